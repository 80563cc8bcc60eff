import { hash } from 'node:crypto';
import { Article, Paragraph } from '@pressmark/core';
import { z } from 'zod';

/** Writes a value of one schema so that other values never read the same: texts behind their lengths, keys in the order of the schema. */
type Writer = (value: unknown) => string;

function writerOf(schema: unknown): Writer {
  if (schema instanceof z.ZodOptional) return writeOptional(writerOf(schema.unwrap()));
  if (schema instanceof z.ZodArray) return writeAll(writerOf(schema.element));
  if (schema instanceof z.ZodObject) return writeKeys(schema.shape);
  return (value) => (typeof value === 'string' ? `${value.length}:${value}` : `${String(value)};`);
}

function writeOptional(write: Writer): Writer {
  return (value) => (value === undefined ? '-' : write(value));
}

function writeAll(write: Writer): Writer {
  return (values) => {
    const all = values as unknown[];
    let text = `${all.length};`;
    for (let index = 0; index < all.length; index++) text += write(all[index]);
    return text;
  };
}

function writeKeys(shape: Record<string, unknown>): Writer {
  const writers = Object.entries(shape).map(([key, schema]) => ({ key, write: writerOf(schema) }));
  return (value) => {
    let text = '';
    for (const { key, write } of writers) text += write((value as Record<string, unknown>)[key]);
    return text;
  };
}

const writeParagraph = writerOf(Paragraph.omit({ text: true }));
const writeRest = writerOf(
  Article.omit({ id: true, accession: true, body: true, provenance: true, diagnostics: true }),
);

/** Digest of the text of an article (SHA-256, hex): the paragraphs of its body, or its headline where it has no body. */
export function textDigest({ headline, body }: Article): string {
  return hash('sha256', body.map(({ text }) => text).join('\n') || headline, 'hex');
}

/**
 * Hash of what an article says (SHA-256, base64url), given the digest of its text. Identity, place and diagnostics do not
 * count: the same article met in another file, or with its accession number in capitals, is unchanged.
 */
export function contentHash(article: Article, text = textDigest(article)): string {
  let all = writeRest(article);
  for (const paragraph of article.body) all += `${writeParagraph(paragraph)}${paragraph.text.length};`;
  return hash('sha256', all + text, 'base64url');
}

/** Hexadecimal digits kept: a number of 48 bits, so that a chance meeting among a million texts is one in hundreds. */
const digits = 12;

/** A number for the text of an article by its digest; null where it has neither text nor headline. Articles of the same text have the same number, whatever their ids, sources and codes. */
export function textHash({ headline, body }: Article, text: string): number | null {
  const isEmpty = body.every((paragraph) => paragraph.text === '') && (headline === '' || body.length > 1);
  return isEmpty ? null : Number.parseInt(text.slice(0, digits), 16);
}
