const PAUSE_MS = 50;

/** Asks `question` until it answers with something true, which is returned; `what` names it if it never does. */
export async function until(question, { what, timeout = 30_000 }) {
  const deadline = performance.now() + timeout;
  let last;
  do {
    try {
      const answer = await question();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  } while (performance.now() < deadline);
  const detail = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`waited ${timeout} ms for ${what}; last: ${detail}`);
}
