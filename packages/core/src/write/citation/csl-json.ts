import type { Writer } from '../writer.ts';
import { carried } from './carried.ts';
import { referenceOf } from './reference.ts';

/** CSL-JSON, one item of type `article-newspaper` an article, in one array. */
export const cslJson: Writer = {
  id: 'csl-json',
  label: 'CSL-JSON',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  async *write(articles) {
    let before = '[';
    for await (const article of articles) {
      yield `${before}\n  ${JSON.stringify(referenceOf(article))}`;
      before = ',';
    }
    yield before === '[' ? '[]\n' : '\n]\n';
  },
  ...carried('id', 'copyright'),
};
