/** The one engine of the worker, made with the first question. */
import type { Engine, TestReport } from '@herold/core';
import type { Ask, Checked } from './protocol.ts';

export class EngineHost {
  readonly #make: () => Promise<Engine>;
  #engine: Promise<Engine> | undefined;
  #loaded: { pack: string; load: Checked['load'] } | undefined;

  constructor(make: () => Promise<Engine>) {
    this.#make = make;
  }

  /** Throws what the core refuses, and where there is no core; the next question then tries again. */
  async answer(ask: Ask): Promise<Checked | TestReport> {
    const engine = await this.#running();
    try {
      return ask.kind === 'test' ? engine.test(ask.pack) : this.#check(engine, ask);
    } catch (failure) {
      // A trap leaves the instance unusable.
      if (failure instanceof WebAssembly.RuntimeError) this.#forget();
      throw failure;
    }
  }

  #running(): Promise<Engine> {
    this.#engine ??= this.#make().catch((failure: unknown) => {
      this.#forget();
      throw failure;
    });
    return this.#engine;
  }

  #check(engine: Engine, { pack, draft, options }: Extract<Ask, { kind: 'check' }>): Checked {
    if (this.#loaded?.pack !== pack) this.#loaded = { pack, load: engine.load(pack) };
    const { load } = this.#loaded;
    if (!load.ok) return { load, findings: [] };
    engine.check(draft, options);
    return { load, findings: engine.report().findings };
  }

  #forget(): void {
    this.#engine = undefined;
    this.#loaded = undefined;
  }
}
