import type Stripe from "stripe";
import type { ParamTree, ParamValue } from "./form-encoding.ts";
import { invalidParam } from "./stripe-refusal.ts";

const METADATA_LIMITS = { keys: 50, keyLength: 40, valueLength: 500 };

export interface TimeRange {
  readonly gt?: number | undefined;
  readonly gte?: number | undefined;
  readonly lt?: number | undefined;
  readonly lte?: number | undefined;
}

/** The parameters of one request, read with Stripe's own validation errors. */
export class Params {
  readonly #tree: ParamTree;
  readonly #path: string;

  constructor(tree: ParamTree, path = "") {
    this.#tree = tree;
    this.#path = path;
  }

  text(name: string): string | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    const param = this.#named(name);
    if (typeof value !== "string") throw invalidParam(`Invalid string: ${param}`, param);
    if (value !== "") return value;
    throw invalidParam(
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset ` +
        `a parameter; however '${param}' cannot be unset. You should remove '${param}' from your ` +
        `request or supply a non-empty value.`,
      param,
      "parameter_invalid_empty",
    );
  }

  requiredText(name: string): string {
    return this.#required(name, this.text(name));
  }

  integer(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (/^-?\d+$/.test(text) && Number.isSafeInteger(value)) return value;
    throw invalidParam(`Invalid integer: ${text}`, this.#named(name), "parameter_invalid_integer");
  }

  requiredInteger(name: string): number {
    return this.#required(name, this.integer(name));
  }

  /** A whole number of at least `minimum`. */
  integerFrom(name: string, minimum: number): number | undefined {
    const value = this.integer(name);
    if (value === undefined || value >= minimum) return value;
    throw invalidParam(
      `This value must be greater than or equal to ${minimum}.`,
      this.#named(name),
      "parameter_invalid_integer",
    );
  }

  oneOf<Option extends string>(name: string, options: readonly Option[]): Option | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const option = options.find((candidate) => candidate === text);
    if (option !== undefined) return option;
    const param = this.#named(name);
    throw invalidParam(`Invalid ${param}: must be one of ${options.join(", ")}`, param);
  }

  /** An absolute http(s) URL. */
  url(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined || /^https?:$/.test(protocolOf(text))) return text;
    throw invalidParam("Not a valid URL", this.#named(name), "url_invalid");
  }

  requiredUrl(name: string): string {
    return this.#required(name, this.url(name));
  }

  metadata(name = "metadata"): Stripe.Metadata {
    const value = this.#value(name);
    if (value === undefined || value === "") return {};
    const param = this.#named(name);
    if (typeof value === "string") throw invalidParam("Invalid hash", param);
    const entries = Object.entries(value).map(([key, text]) => metadataEntry(key, text, param));
    if (entries.length > METADATA_LIMITS.keys) {
      throw invalidParam(`Metadata can have up to ${METADATA_LIMITS.keys} keys.`, param);
    }
    return Object.fromEntries(entries);
  }

  /** `created=1` or `created[gte]=1`: the bounds that a timestamp must keep. */
  timeRange(name: string): TimeRange {
    if (typeof this.#value(name) === "string") {
      const exactly = this.requiredInteger(name);
      return { gte: exactly, lte: exactly };
    }
    const range = this.nested(name);
    return {
      gt: range?.integer("gt"),
      gte: range?.integer("gte"),
      lt: range?.integer("lt"),
      lte: range?.integer("lte"),
    };
  }

  nested(name: string): Params | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    if (typeof value === "object" && !Array.isArray(value))
      return new Params(value, this.#named(name));
    throw invalidParam("Invalid object", this.#named(name));
  }

  requiredNested(name: string): Params {
    return this.#required(name, this.nested(name));
  }

  /** A list of objects, such as `line_items`. */
  nestedList(name: string): Params[] {
    return this.#list(name).map((item, index) => {
      const path = `${this.#named(name)}[${index}]`;
      if (typeof item === "object" && !Array.isArray(item)) return new Params(item, path);
      throw invalidParam("Invalid object", path);
    });
  }

  textList(name: string): string[] {
    return this.#list(name).map((item, index) => {
      if (typeof item === "string") return item;
      throw invalidParam("Invalid string", `${this.#named(name)}[${index}]`);
    });
  }

  /** Stripe refuses what it does not know; so do we, and what this simulator does not implement. */
  acceptOnly(names: readonly string[]): void {
    const unknown = Object.keys(this.#tree).filter((name) => !names.includes(name));
    const [first, ...others] = unknown.map((name) => this.#named(name));
    if (first === undefined) return;
    const noun = others.length === 0 ? "parameter" : "parameters";
    throw invalidParam(
      `Received unknown ${noun}: ${[first, ...others].join(", ")}`,
      first,
      "parameter_unknown",
    );
  }

  toJSON(): ParamTree {
    return this.#tree;
  }

  #value(name: string): ParamValue | undefined {
    return Object.hasOwn(this.#tree, name) ? this.#tree[name] : undefined;
  }

  #list(name: string): ParamValue[] {
    const value = this.#value(name);
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    throw invalidParam("Invalid array", this.#named(name));
  }

  #named(name: string): string {
    return this.#path === "" ? name : `${this.#path}[${name}]`;
  }

  #required<Value>(name: string, value: Value | undefined): Value {
    if (value !== undefined) return value;
    const param = this.#named(name);
    throw invalidParam(`Missing required param: ${param}.`, param, "parameter_missing");
  }
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : "";
}

function metadataEntry(key: string, text: ParamValue, param: string): [string, string] {
  if (typeof text !== "string") throw invalidParam("Invalid string", `${param}[${key}]`);
  const { keyLength, valueLength } = METADATA_LIMITS;
  if (key.length > keyLength) {
    throw invalidParam(`Metadata keys can be up to ${keyLength} characters long.`, param);
  }
  if (text.length > valueLength) {
    throw invalidParam(
      `Metadata values can be up to ${valueLength} characters long.`,
      `${param}[${key}]`,
    );
  }
  return [key, text];
}
