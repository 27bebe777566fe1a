import { Worker } from 'node:worker_threads';
import type { CodedNote, ReasonWords } from '@/lib/domain/reasons/train-reasons';
import { type PackedModel, packedModelSchema } from '@/lib/protocol/reason-model';

export type Lesson = { reasons: ReasonWords[]; notes: CodedNote[]; version: string };

/** Learning takes seconds of a core: it is done beside the requests, in a thread of its own. */
export async function trainBeside(lesson: Lesson): Promise<PackedModel> {
  const options = { workerData: lesson, execArgv: ['--import', 'tsx'] };
  const worker = new Worker(new URL('./train-worker.ts', import.meta.url), options);
  try {
    const answer = await new Promise<unknown>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the learner ended without a word')));
    });
    return packedModelSchema.parse(answer);
  } finally {
    await worker.terminate();
  }
}
