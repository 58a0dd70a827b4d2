// One click that hands a message out: always to the clipboard, then to the network's window or the system's sheet.
import { openTab } from '../platform/runtime.ts';
import { type Account, type Composed, type Network, share, textOfMessage } from '../share/index.ts';

export class Delivery {
  /** What became of the last click; null: there was none, or it was about another text. */
  finished = $state.raw<{ hasWindow: boolean } | null>(null);
  windowFailed = $state(false);
  /** The text that the browser did not let us copy. */
  refused = $state<string | null>(null);
  #running = false;

  forget(): void {
    this.finished = null;
    this.refused = null;
    this.windowFailed = false;
  }

  /** Whether it is out now. A double click delivers once. */
  async deliver(network: Network, composed: Composed, account: Account): Promise<boolean> {
    if (this.#running) return false;
    this.#running = true;
    try {
      return await this.#deliver(network, composed, account);
    } finally {
      this.#running = false;
    }
  }

  async #deliver(network: Network, composed: Composed, account: Account): Promise<boolean> {
    const { clipboard, window } = share(network, composed, account);
    const isSheet = network.id === 'system';
    this.refused = (await succeeds(navigator.clipboard.writeText(clipboard))) ? null : clipboard;
    if (isSheet && !(await handedOver(composed))) return false;
    this.windowFailed = window !== null && !(await succeeds(openTab(window)));
    this.finished = { hasWindow: window !== null };
    if (isSheet) return true;
    return window === null ? this.refused === null : !this.windowFailed;
  }
}

/** False: the person has closed the sheet. */
function handedOver({ message }: Composed): Promise<boolean> {
  const { url, title } = message;
  const text = textOfMessage({ ...message, url: null });
  return succeeds(navigator.share({ text, ...(url ? { url } : {}), ...(title ? { title } : {}) }));
}

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
