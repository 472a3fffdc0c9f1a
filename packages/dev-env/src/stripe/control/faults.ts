import { API_FAULTS, WEBHOOK_FAULTS } from "./fault-rule.ts";
import type { ApiFaultKind, FaultKind, FaultRule, WebhookFaultKind } from "./fault-rule.ts";
import { matchesGlob } from "./glob.ts";

interface ArmedRule {
  readonly rule: FaultRule;
  readonly draw: () => number;
  timesLeft: number;
}

/** The faults that are armed. The first rule that matches strikes; one at a time. */
export class Faults {
  #armed: ArmedRule[] = [];
  readonly #struck = new Map<FaultKind, number>();

  arm(rule: FaultRule): void {
    const unlimited = rule.probability === undefined ? 1 : Number.POSITIVE_INFINITY;
    const draw = seededGenerator(rule.seed ?? 1);
    this.#armed.push({ rule, draw, timesLeft: rule.times ?? unlimited });
  }

  clear(): void {
    this.#armed = [];
  }

  rules(): FaultRule[] {
    return this.#armed.map(({ rule }) => rule);
  }

  /** How often each kind has struck since the start. */
  struck(): Record<string, number> {
    return Object.fromEntries(this.#struck);
  }

  forRequest(method: string, path: string): FaultRule<ApiFaultKind> | null {
    return this.#strike(
      (rule): rule is FaultRule<ApiFaultKind> =>
        isOneOf(API_FAULTS, rule.kind) &&
        (rule.method ?? method).toUpperCase() === method &&
        matchesGlob(rule.path ?? "*", path),
    );
  }

  forEvent(type: string): FaultRule<WebhookFaultKind> | null {
    return this.#strike(
      (rule): rule is FaultRule<WebhookFaultKind> =>
        isOneOf(WEBHOOK_FAULTS, rule.kind) && matchesGlob(rule.event ?? "*", type),
    );
  }

  #strike<Rule extends FaultRule>(matches: (rule: FaultRule) => rule is Rule): Rule | null {
    for (const armed of this.#armed) {
      const { rule } = armed;
      if (!matches(rule) || armed.timesLeft === 0) continue;
      if (rule.probability !== undefined && armed.draw() >= rule.probability) continue;
      armed.timesLeft -= 1;
      if (armed.timesLeft === 0) this.#armed = this.#armed.filter((other) => other !== armed);
      this.#struck.set(rule.kind, (this.#struck.get(rule.kind) ?? 0) + 1);
      return rule;
    }
    return null;
  }
}

function isOneOf(kinds: readonly FaultKind[], kind: FaultKind): boolean {
  return kinds.includes(kind);
}

/** mulberry32: the same seed strikes the same requests in every run. */
function seededGenerator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
