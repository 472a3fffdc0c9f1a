import { topics, type Payload, type Topic } from "@tuckshop/contracts/topics";
import type { Task, TaskContext } from "@tuckshop/api/task";
import { tasks } from "@tuckshop/api/tasks";
import type { TaskList } from "graphile-worker";

/** Our tasks as the queue wants them; a payload is parsed before its task sees it. */
export function createTaskList(context: TaskContext): TaskList {
  const entry = <T extends Topic>(topic: T, task: Task<T>): [string, TaskList[string]] => [
    topic,
    async (payload) => {
      await task(context, topics[topic].parse(payload) as Payload<T>);
    },
  ];
  return Object.fromEntries(
    (Object.keys(tasks) as Topic[]).map((topic) =>
      entry(topic, tasks[topic] as Task<typeof topic>),
    ),
  );
}
