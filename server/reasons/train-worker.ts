import { parentPort, workerData } from 'node:worker_threads';
import { trainReasons } from '@/lib/domain/reasons/train-reasons';
import { packModel } from '@/lib/protocol/reason-model';
import type { Lesson } from './train-beside';

const { reasons, notes, version } = workerData as Lesson;
parentPort?.postMessage(packModel(trainReasons(reasons, notes), version));
