// The parents' pages on a screen: accessible, whole on a telephone, and by themselves.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertFits, closeClean, desk, narrow, telephone, useBrowser, violations } from './support/browser.js';
import { renderForParents, samplePath, samples, temporaryFolder } from './support/bronvast.js';

const chromium = useBrowser();
const folder = temporaryFolder();

for (const [sample, readers] of Object.entries(samples))
  for (const reader of readers)
    for (const short of [false, true])
      describe(`${sample} for ${reader ?? 'anybody'}${short ? ', short' : ''}`, () => {
        const file = renderForParents(folder, samplePath(sample), { reader, short });

        for (const viewport of [telephone, desk])
          test(`axe-core finds nothing at ${viewport.width} pixels`, async () => {
            const page = await chromium.open(file, { viewport });
            assert.deepEqual(await violations(page), []);
            await closeClean(page);
          });

        test('fits the width of a telephone', async () => {
          for (const viewport of [telephone, narrow]) {
            const page = await chromium.open(file, { viewport });
            await assertFits(page);
            await closeClean(page);
          }
        });
      });
