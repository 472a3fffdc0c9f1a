import { topics, type Payload, type Topic } from "@tuckshop/contracts/topics";
import type { Task, TaskContext } from "./task.ts";
import { tasks } from "./tasks.ts";

type TaskList = Record<string, (payload: unknown) => Promise<void>>;

/** The tasks as a queue wants them; a payload is parsed before its task sees it. */
export function createTaskList(context: TaskContext): TaskList {
  const entry = <T extends Topic>(topic: T, task: Task<T>): [string, TaskList[string]] => [
    topic,
    (payload) => task(context, topics[topic].parse(payload) as Payload<T>),
  ];
  return Object.fromEntries(
    (Object.keys(tasks) as Topic[]).map((topic) =>
      entry(topic, tasks[topic] as Task<typeof topic>),
    ),
  );
}

const mailTopics: ReadonlySet<string> = new Set<Topic>(["order.confirmed", "refund.remind"]);

/**
 * The same in two, for hands of their own: a mail server that hangs holds up those that write mails,
 * and no other job waits for it.
 */
export function splitTaskList(all: TaskList): { mail: TaskList; rest: TaskList } {
  const part = (isMail: boolean) =>
    Object.fromEntries(Object.entries(all).filter(([topic]) => mailTopics.has(topic) === isMail));
  return { mail: part(true), rest: part(false) };
}
