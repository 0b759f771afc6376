import type { OperationId, OperationResponses } from "./generated/responses.js";

/**
 * Types that find undocumented properties in what an operation returns. TypeScript reports an unknown property only in a
 * literal that is assigned at once, and not in what a function returns: without these types, a misspelt optional property
 * would compile.
 */

/** The operations as given, if all that they return is documented; else types that name what is not. */
export type Documented<Given> = {
  [Id in keyof Given]: Id extends OperationId
    ? [UndocumentedIn<Given[Id], OperationResponses[Id]>] extends [never]
      ? Given[Id]
      : (...request: never) => { "not in the specification": UndocumentedIn<Given[Id], OperationResponses[Id]> }
    : Given[Id] extends (...request: never) => unknown
      ? { "not an operation of the specification": Id }
      : Given[Id];
};

/** The names of undocumented properties in what a handler returns. */
type UndocumentedIn<Handler, Documentation> = Handler extends (...request: never) => infer Returned
  ? BodyNames<Awaited<Returned>, Documentation>
  : never;

/** Compares each response with the documented ones of its status. It has a status and a body, and nothing else is sent. */
type BodyNames<Returned, Documentation> = Returned extends { readonly status: infer Status }
  ?
      | Exclude<keyof Returned, "body" | "status">
      | (Returned extends { readonly body: infer Body }
          ? UndocumentedNames<Body, BodyOf<Documentation, Status>>
          : never)
  : never;

type BodyOf<Documentation, Status> = Documentation extends { readonly status: infer Known; readonly body: infer Body }
  ? Status extends Known
    ? Body
    : never
  : never;

/** The names in a value that its documented type does not have, at any depth. TypeScript checks nothing of an `any`. */
type UndocumentedNames<Value, Type> = 0 extends 1 & Value ? never : NamesBeside<Value, Type>;

type NamesBeside<Value, Type> = Value extends readonly (infer Item)[]
  ? UndocumentedNames<Item, ItemOf<Type>>
  : Value extends object
    ? string extends NamesOf<Type>
      ? never
      :
          | Exclude<keyof Value, NamesOf<Type>>
          | {
              [Name in keyof Value & NamesOf<Type>]: UndocumentedNames<Value[Name], MemberOf<Type, Name>>;
            }[keyof Value & NamesOf<Type>]
    : never;

type NamesOf<Type> = Type extends object ? keyof Type : never;
type ItemOf<Type> = Type extends readonly (infer Item)[] ? Item : never;
type MemberOf<Type, Name> = Type extends object ? (Name extends keyof Type ? Type[Name] : never) : never;
