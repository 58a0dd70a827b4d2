/** What waits, as fresh as someone at the console needs it. For use while a component is set up. */
import { onWritten } from '../api/client.ts';
import * as api from '../api/resources.ts';
import { Resource } from './resource.svelte.ts';
import type { Waiting } from './waiting.ts';

const lookMs = 60_000;

/**
 * Asked for anew when the window gets the focus, every minute while it is seen, and after each change made here: what
 * employees and feeds propose comes without a word to the console.
 */
export function waitingNow(): Resource<Waiting> {
  const waiting = new Resource(async () => {
    const [overview, feeds] = await Promise.all([api.overview(), api.feeds.list()]);
    return { overview, feeds };
  });
  const look = () => void waiting.reload();
  const lookWhenSeen = () => document.visibilityState === 'visible' && look();
  $effect(() => {
    onWritten(look);
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', lookWhenSeen);
    const timer = setInterval(lookWhenSeen, lookMs);
    return () => {
      onWritten(() => {});
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', lookWhenSeen);
      clearInterval(timer);
    };
  });
  return waiting;
}
