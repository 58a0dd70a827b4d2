// Answers cases on standard input (a JSON list of {pack, draft, options}) with the reports' exact texts. Started with
// --disallow-code-generation-from-strings, as strict as an extension's content-security policy.
import { text } from 'node:stream/consumers';
import { createEngine } from './core.mjs';

const engine = await createEngine();
const answers = [];
let loaded;
for (const { pack, draft, options } of JSON.parse(await text(process.stdin))) {
  if (pack !== loaded) engine.load(pack);
  loaded = pack;
  engine.check(draft, options);
  let recognised = false;
  while (engine.pending > 0) recognised = engine.unsealNext() || recognised;
  if (recognised) engine.check(draft, options);
  answers.push(engine.reportJson());
}
process.stdout.write(JSON.stringify(answers));
