import type { MixFigures } from '../results.ts';
import { Oracle } from './oracle.ts';

/** One read of a contestant. */
export interface MixRead {
  readonly query: number;
  /** What it should be, as the referee answered at the same place of the sequence. */
  readonly truth: string;
  readonly answered: string;
  readonly isHit: boolean;
  /** That it cost Mongo. */
  readonly commands: number;
}

/** Counts what a contestant made of the mix. */
export class MixTally {
  readonly #oracle = new Oracle();
  #figures: MixFigures = {
    reads: 0,
    writes: 0,
    hits: 0,
    oracleHits: 0,
    needless: 0,
    invalidated: 0,
    stale: 0,
    readCommands: 0,
    commands: 0,
  };

  /** @param filled what every query was answered when the caches were filled. */
  constructor(filled: readonly string[]) {
    for (const [query, truth] of filled.entries()) this.#oracle.ask(query, truth);
  }

  read({ query, truth, answered, isHit, commands }: MixRead): void {
    const verdict = this.#oracle.ask(query, truth);
    const before = this.#figures;
    const dropped = !isHit && verdict !== 'first';
    this.#figures = {
      ...before,
      reads: before.reads + 1,
      hits: before.hits + Number(isHit),
      oracleHits: before.oracleHits + Number(verdict === 'same'),
      invalidated: before.invalidated + Number(dropped),
      needless: before.needless + Number(dropped && verdict === 'same'),
      stale: before.stale + Number(answered !== truth),
      readCommands: before.readCommands + commands,
      commands: before.commands + commands,
    };
  }

  write(commands: number): void {
    const before = this.#figures;
    this.#figures = { ...before, writes: before.writes + 1, commands: before.commands + commands };
  }

  get figures(): MixFigures {
    return this.#figures;
  }
}
