import type { StackEnv } from "./env.ts";
import type { Step } from "./step.ts";

export type Ports = {
  shop: number;
  postgres: number;
  stripe: number;
  objects: number;
  redis: number;
};

export type ShopOptions = {
  /** Where everything that this shop knows is kept. */
  directory: string;
  env: StackEnv;
  ports: Ports;
  step: Step;
  /** Work that may go on beside the services' start: building the apps. */
  build: () => Promise<void>;
  /** More servers than the one at `ports.shop`, at these ports. */
  moreServerPorts?: readonly number[];
  /** A shop for one test run: never waits for the disk. */
  disposable?: boolean;
};
