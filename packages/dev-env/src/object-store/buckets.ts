import { namesEtag } from "./etag.ts";
import type { ObjectRecord, ObjectShelf, ShelvedObject } from "./object-shelf.ts";
import { entityTooLarge, S3Error } from "./s3-error.ts";

const MAX_KEY_BYTES = 1024;

/** What must hold of the key's present object for a write to go ahead. */
export type WriteCondition = {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
};

/** The buckets and their objects: one index in memory over one shelf. */
export class Buckets {
  readonly maxObjectBytes: number;
  readonly #shelf: ObjectShelf;
  readonly #buckets = new Map<string, Map<string, ShelvedObject>>();

  constructor(shelf: ObjectShelf, names: readonly string[], maxObjectBytes: number) {
    this.#shelf = shelf;
    this.maxObjectBytes = maxObjectBytes;
    for (const name of new Set([...shelf.buckets(), ...names])) this.create(name);
  }

  /** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
  create(name: string): void {
    if (!/^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
      throw new S3Error("InvalidBucketName", undefined, { BucketName: name });
    }
    if (this.#buckets.has(name)) {
      throw new S3Error("BucketAlreadyOwnedByYou", undefined, { BucketName: name });
    }
    const objects = this.#shelf.open(name);
    this.#buckets.set(name, new Map(objects.map((object) => [object.record.key, object])));
  }

  /** The objects of a bucket by key, or NoSuchBucket. */
  objects(bucket: string): ReadonlyMap<string, ShelvedObject> {
    return this.#bucket(bucket);
  }

  /** The object at a key, or NoSuchKey. */
  object(bucket: string, key: string): ShelvedObject {
    const object = this.#bucket(bucket).get(key);
    if (!object) throw new S3Error("NoSuchKey", undefined, { Key: key });
    return object;
  }

  /** Writes an object if the condition holds. One synchronous step, so of two racing writes one wins. */
  put(bucket: string, record: ObjectRecord, body: Buffer, condition: WriteCondition = {}): void {
    const objects = this.#bucket(bucket);
    if (body.length > this.maxObjectBytes) throw entityTooLarge(body.length, this.maxObjectBytes);
    if (Buffer.byteLength(record.key) > MAX_KEY_BYTES) {
      throw new S3Error("KeyTooLongError", undefined, { MaxSizeAllowed: MAX_KEY_BYTES });
    }
    checkWriteCondition(objects.get(record.key)?.record, record.key, condition);
    objects.set(record.key, this.#shelf.place(bucket, record, body));
  }

  /** Removes an object. To remove what is not there is a success, too. */
  remove(bucket: string, key: string): void {
    if (this.#bucket(bucket).delete(key)) this.#shelf.remove(bucket, key);
  }

  #bucket(name: string): Map<string, ShelvedObject> {
    const objects = this.#buckets.get(name);
    if (!objects) throw new S3Error("NoSuchBucket", undefined, { BucketName: name });
    return objects;
  }
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
function checkWriteCondition(
  present: ObjectRecord | undefined,
  key: string,
  { ifMatch, ifNoneMatch }: WriteCondition,
): void {
  if (ifNoneMatch !== undefined && ifNoneMatch !== "*") {
    throw new S3Error("NotImplemented", undefined, { Header: "If-None-Match" });
  }
  if (ifNoneMatch !== undefined && present) {
    throw new S3Error("PreconditionFailed", undefined, { Condition: "If-None-Match" });
  }
  if (ifMatch === undefined) return;
  if (!present) throw new S3Error("NoSuchKey", undefined, { Key: key });
  if (!namesEtag(ifMatch, present.etag)) {
    throw new S3Error("PreconditionFailed", undefined, { Condition: "If-Match" });
  }
}
