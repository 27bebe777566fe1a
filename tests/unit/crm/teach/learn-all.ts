import { type LearnProblem, learn } from '@/lib/crm/teach/learn';
import { type Example, emptyLesson, type Lesson } from '@/lib/crm/teach/lesson';

/** What several pages teach, one after another; kept as text between them, as it is in life. */
export function learnAll(examples: readonly Example[], seen: string): Lesson | LearnProblem {
  let lesson = emptyLesson;
  for (const example of examples) {
    const next = learn(lesson, example, seen);
    if ('problem' in next) return next;
    lesson = JSON.parse(JSON.stringify(next)) as Lesson;
  }
  return lesson;
}
