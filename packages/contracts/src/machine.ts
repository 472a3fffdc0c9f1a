type Move<S extends string> = { readonly from: readonly S[]; readonly to: S };

/** A state machine as plain data: SQL reads `from` and `to`, zod reads `states`, the UI asks `can`. */
export function defineMachine<const S extends string, const E extends string>(machine: {
  states: readonly [S, ...S[]];
  events: Record<E, Move<S>>;
}) {
  const can = (event: E, state: S): boolean => machine.events[event].from.includes(state);
  const ended = (state: S): boolean =>
    !Object.values<Move<S>>(machine.events).some((move) => move.from.includes(state));
  return { ...machine, can, ended };
}

export type StateOf<M> = M extends { states: readonly (infer S)[] } ? S : never;
export type EventOf<M> = M extends { events: infer E } ? keyof E & string : never;
