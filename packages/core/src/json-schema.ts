import { z } from 'zod';
import { Article } from './article.ts';

/** JSON Schema (draft 2020-12) of an article, for readers in other languages. */
export function articleJsonSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(Article, { target: 'draft-2020-12' });
}
