// Reads a JSON list of APL documents from standard input, and writes a list of what
// Amazon's validator finds in each.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { StaticAplTemplateValidator } = createRequire(import.meta.url)('apl-suggester');

// The validator talks on standard output; that is kept for the answer.
console.log = console.error;

const validator = new StaticAplTemplateValidator();
const found = [];
for (const document of JSON.parse(readFileSync(0, 'utf8'))) {
  // One after the other: it registers schemas by name while it works.
  found.push(await validator.validate(document));
}
process.stdout.write(JSON.stringify(found));
