import type { Clock } from './clock.ts';

/** `once`: some were refused; `began`: none reach the others until it says `over`. */
export type CountsApartNews = 'once' | 'began' | 'over';

/** When instances counted apart from the others, as they say themselves. */
export class CountsApart {
  readonly #clock: Clock;
  /** Servers of Redis that each life leaves alone, where there are some. */
  readonly #lasting = new Map<string, number>();
  #lastAt = -Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  hear(life: string, news: CountsApartNews): void {
    this.#lastAt = this.#clock();
    if (news === 'once') return;
    const servers = (this.#lasting.get(life) ?? 0) + (news === 'began' ? 1 : -1);
    if (servers > 0) this.#lasting.set(life, servers);
    else this.#lasting.delete(life);
  }

  /** It is gone, and whatever it did not give to the others yet waits in its journal. */
  ended(life: string): void {
    if (this.#lasting.delete(life)) this.#lastAt = this.#clock();
  }

  /** The last moment at which one did; now, while one does. */
  get lastAt(): number {
    return this.#lasting.size > 0 ? this.#clock() : this.#lastAt;
  }
}
