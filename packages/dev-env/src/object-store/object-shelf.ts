import type { Checksum } from "./checksums.ts";

/** Everything about an object except its bytes. */
export type ObjectRecord = {
  readonly key: string;
  /** Quoted, as it travels. */
  readonly etag: string;
  readonly sizeBytes: number;
  readonly modifiedAt: number;
  /** Kept with the object and returned with it: its content headers and `x-amz-meta-*`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly checksum?: Checksum;
};

/** An object on a shelf: its record, and how to get at its bytes. */
export type ShelvedObject = { readonly record: ObjectRecord; readonly read: () => Buffer };

/**
 * Where objects are kept. Synchronous on purpose: a check and the change that depends on it are then
 * one step that no other request can come between.
 */
export type ObjectShelf = {
  /** Opens a bucket, new or kept from an earlier run, with the objects that are in it. */
  readonly open: (bucket: string) => ShelvedObject[];
  /** The buckets kept from an earlier run. */
  readonly buckets: () => string[];
  readonly place: (bucket: string, record: ObjectRecord, body: Buffer) => ShelvedObject;
  readonly remove: (bucket: string, key: string) => void;
};

export const memoryShelf = (): ObjectShelf => ({
  open: () => [],
  buckets: () => [],
  place: (_bucket, record, body) => ({ record, read: () => body }),
  remove: () => {},
});
