// The vocabulary of schema.org as `schema-dts` declares it, and what of a block of JSON-LD is not in it: unknown types,
// terms that a type has not, values that are none of those a term takes. The declarations are read as the syntax tree that
// they are; nothing of this knows what writes the blocks.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import swc from '@swc/core';

const file = createRequire(import.meta.url)
  .resolve('schema-dts')
  .replace(/\.js$/, '.d.ts');

/** The names that a type refers to, and its literals, with `SchemaValue<…>` and unions taken apart. */
function namesIn(type) {
  switch (type?.type) {
    case 'TsUnionType':
    case 'TsIntersectionType':
      return type.types.flatMap(namesIn);
    case 'TsParenthesizedType':
    case 'TsOptionalType':
      return namesIn(type.typeAnnotation);
    case 'TsTypeReference':
      return type.typeName.value === 'SchemaValue' ? namesIn(type.typeParams.params[0]) : [type.typeName.value];
    case 'TsLiteralType':
      return type.literal.type === 'StringLiteral' ? [JSON.stringify(type.literal.value)] : ['`'];
    case 'TsKeywordType':
      return [type.kind];
    default:
      return [];
  }
}

/** Interfaces by name: what they extend, and what each member takes; and the names that each alias stands for. */
function readVocabulary() {
  const { body } = swc.parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript' });
  const interfaces = new Map();
  const aliases = new Map();
  for (const statement of body) {
    const declaration = statement.declaration ?? statement;
    if (declaration.type === 'TsInterfaceDeclaration') {
      const members = declaration.body.body.filter(({ type }) => type === 'TsPropertySignature');
      interfaces.set(declaration.id.value, {
        bases: declaration.extends.map(({ expression }) => expression.value),
        members: new Map(
          members.map(({ key, typeAnnotation }) => [key.value, namesIn(typeAnnotation?.typeAnnotation)]),
        ),
      });
    } else if (declaration.type === 'TsTypeAliasDeclaration') {
      aliases.set(declaration.id.value, namesIn(declaration.typeAnnotation));
    }
  }
  return { interfaces, aliases };
}

const { interfaces, aliases } = readVocabulary();

/** What every member of a type takes, by its term. */
function membersOf(name) {
  const { bases = [], members = new Map() } = interfaces.get(name) ?? {};
  return new Map([...bases.flatMap((base) => [...membersOf(base)]), ...members]);
}

/** Everything that a name stands for, down to interfaces, literals and keywords. */
function meaningsOf(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const part of aliases.get(name) ?? []) meaningsOf(part, seen);
  return seen;
}

/** The types, such as `Product`, that a value of one of these names may be, and whether it may be a text or a number. */
function takenBy(names) {
  const meanings = new Set(names.flatMap((name) => [...meaningsOf(name)]));
  const types = new Set();
  for (const meaning of meanings)
    for (const type of interfaces.get(meaning)?.members.get('@type') ?? []) types.add(JSON.parse(type));
  const literals = [...meanings].filter((meaning) => meaning.startsWith('"')).map((literal) => JSON.parse(literal));
  return {
    types,
    literals,
    hasText: meanings.has('string'),
    hasNumber: meanings.has('number'),
    hasNumeral: meanings.has('`'),
  };
}

/** What is wrong with a node, each with its place; `[]` for nothing. */
function faultsOf(node, place) {
  const type = node['@type'];
  const members = typeof type === 'string' ? membersOf(`${type}Leaf`) : new Map();
  if (!members.size) return [`${place} is of no known type: ${JSON.stringify(type)}`];
  return Object.entries(node).flatMap(([term, given]) => {
    if (term === '@type' || (term === '@context' && place === '')) return [];
    const names = members.get(term);
    if (!names) return [`${place}/${term} is no term of ${type}`];
    const taken = takenBy(names);
    return [given].flat().flatMap((value) => {
      const at = `${place}/${term}`;
      if (typeof value === 'object' && value) {
        return taken.types.has(value['@type']) ? faultsOf(value, at) : [`${at} takes no ${value['@type']}`];
      }
      const isTaken =
        taken.literals.includes(value) ||
        (typeof value === 'number' && taken.hasNumber) ||
        (typeof value === 'string' && value && (taken.hasText || (taken.hasNumeral && !Number.isNaN(Number(value)))));
      return isTaken ? [] : [`${at} takes no ${JSON.stringify(value)}`];
    });
  });
}

/** What is wrong with a block of JSON-LD by the vocabulary. */
export const vocabularyFaults = (block) =>
  block['@context'] === 'https://schema.org' ? faultsOf(block, '') : ['the context is not https://schema.org'];
