import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { problemText } from "./problem.ts";
import { readShopifyCsv } from "./read-shopify-csv.ts";

const columns =
  "Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src";
const tea = "tea,Tea,,Title,Default Title,TEA,1,9.99,";
const salt = "salt,Salt,,Title,Default Title,SALT,1,1.00,";

/** Reads a file made of these rows, in chunks so small that every boundary falls inside something. */
async function read(rows: readonly string[], { lineEnd = "\n", prefix = "", chunkBytes = 5 } = {}) {
  const bytes = Buffer.from(prefix + rows.map((row) => row + lineEnd).join(""));
  return readBytes(bytes, chunkBytes);
}

async function readBytes(bytes: Buffer, chunkBytes = 5) {
  const { products, problems, skipped } = await readShopifyCsv((start) =>
    Readable.from(chunks(bytes.subarray(start), chunkBytes)),
  );
  return { products, skipped, problems: problems.map(problemText) };
}

function* chunks(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const handles = ({ products }: { products: { handle: string }[] }) =>
  products.map(({ handle }) => handle);

test("a product comes from all rows of its handle: variants, images, text, tags, stock, prices", async () => {
  const file = fileURLToPath(new URL("fixtures/market-stall.csv", import.meta.url));
  const { products, problems } = await readShopifyCsv((start) => createReadStream(file, { start }));
  expect(problems).toEqual([]);
  expect(products).toEqual([
    {
      handle: "lime-pickle",
      title: "Lime pickle",
      description: "Sharp & salty.\n• Limes\n• Chilli",
      vendor: "Hill Farm",
      tags: ["pickle", "lime"],
      published: true,
      optionNames: ["Weight", "Lid"],
      variants: [
        { sku: "LP-200-T", optionValues: ["200 g", "Tin"], priceMinor: 14_950, quantity: 12 },
        {
          sku: "LIME-PICKLE-200-G-CORK",
          optionValues: ["200 g", "Cork"],
          priceMinor: 15_900,
          quantity: 0,
        },
        { sku: "LP-500-T", optionValues: ["500 g", "Tin"], priceMinor: 30_050, quantity: 3 },
      ],
      images: [
        { url: "https://img.example/lime-1.jpg", alt: "The jar, closed" },
        { url: "https://img.example/lime-2.jpg", alt: "The jar open" },
        { url: "https://img.example/lime-3.jpg", alt: "" },
      ],
    },
    {
      handle: "papad",
      title: "Papad",
      description: "Plain",
      vendor: null,
      tags: [],
      published: true,
      optionNames: [],
      variants: [{ sku: "PAPAD", optionValues: [], priceMinor: 4_500, quantity: 40 }],
      images: [],
    },
    expect.objectContaining({ handle: "old-tin", published: false }),
    expect.objectContaining({ handle: "new-tin", published: false }),
  ]);
});

test.each([
  ["a byte order mark", { prefix: "\ufeff" }],
  ["CRLF line ends", { lineEnd: "\r\n" }],
  ["both", { prefix: "\ufeff", lineEnd: "\r\n" }],
])("%s changes nothing", async (_what, format) => {
  const body = 'jam,Jam,"<p>Red,\nsweet</p>",Title,Default Title,JAM,2,3,';
  const { products, problems } = await read([columns, body, salt], format);
  expect(problems).toEqual([]);
  expect(products).toMatchObject([
    { handle: "jam", description: "Red, sweet" },
    { handle: "salt" },
  ]);
});

test("columns may stand in any order, be unknown, be capitalised otherwise or be cut short", async () => {
  const { products, problems } = await read([
    "variant price,Colour of the label,HANDLE,Title,Vendor",
    "2.50,red,tea,Tea",
  ]);
  expect(problems).toEqual([]);
  expect(products).toMatchObject([
    { handle: "tea", variants: [{ sku: "TEA", priceMinor: 250, quantity: 0 }] },
  ]);
});

test("a product's rows may stand apart, and empty rows count for nothing but their number", async () => {
  const [small, large] = ["cup,Cup,,Size,S,,1,5,", "cup,,,,L,,1,5,"];
  const result = await read([columns, small, "", ",,,,,,,,", tea, large, "salt,Salt"]);
  expect(result.products).toMatchObject([
    { handle: "cup", variants: [{ sku: "CUP-S" }, { sku: "CUP-L" }] },
    { handle: "tea" },
  ]);
  expect(result.problems).toEqual(['row 7, column "Variant Price": is empty']);
});

test.each([
  ["no title", "jam,,,Title,Default Title,J,1,3,", "Title", "is empty in the product’s first row"],
  ["no price", "jam,Jam,,Title,Default Title,J,1,,", "Variant Price", "is empty"],
  ["a price in words", "jam,Jam,,,,J,1,three,", "Variant Price", '"three" is not a price'],
  ["a price with a comma", 'jam,Jam,,,,J,1,"9,99",', "Variant Price", '"9,99" is not a price'],
  ["a price below zero", "jam,Jam,,,,J,1,-1,", "Variant Price", '"-1" is not a price'],
  ["half a piece", "jam,Jam,,,,J,0.5,3,", "Variant Inventory Qty", "is not a whole number"],
  ["less than nothing", "jam,Jam,,,,J,-2,3,", "Variant Inventory Qty", '"-2" is less than nothing'],
  ["too many pieces", "jam,Jam,,,,J,1000001,3,", "Variant Inventory Qty", "is more than 1000000"],
  ["a SKU with a space", "jam,Jam,,,,J 1,1,3,", "Variant SKU", '"J 1" is not a SKU'],
  ["a handle that is no slug", "My Jam,Jam,,,,J,1,3,", "Handle", '"My Jam" is not a handle'],
  ["no handle", ",Jam,,,,J,1,3,", "Handle", "is empty"],
  ["a value for no option", "jam,Jam,,,Red,J,1,3,", "Option1 Name", "is empty"],
  ["an option without value", "jam,Jam,,Size,,J,1,3,", "Option1 Value", "is empty"],
  ["a script for an image", "jam,Jam,,,,J,1,3,javascript:1", "Image Src", "is not a web address"],
  ["a title that is too long", `jam,${"x".repeat(256)},,,,J,1,3,`, "Title", "is longer than 255"],
])("%s is a problem of its row, and the others come out", async (_what, row, column, why) => {
  const result = await read([columns, tea, row, salt]);
  expect(result.problems).toHaveLength(1);
  expect(result.problems[0]).toContain(`row 3, column "${column}": `);
  expect(result.problems[0]).toContain(why);
  expect(handles(result)).toEqual(["tea", "salt"]);
});

test("a problem in a later row costs the whole product, and each of its problems is told", async () => {
  const result = await read([
    columns,
    "cup,Cup,,Size,S,CUP-S,1,5,",
    "cup,,,,M,CUP-M,x,5,",
    "cup,,,,L,CUP-L,1,,",
    tea,
  ]);
  expect(result.problems).toEqual([
    'row 3, column "Variant Inventory Qty": "x" is not a whole number of pieces',
    'row 4, column "Variant Price": is empty',
  ]);
  expect(result.skipped).toEqual(["cup"]);
  expect(handles(result)).toEqual(["tea"]);
});

test("variants that cannot be told apart are a problem", async () => {
  const result = await read([
    columns,
    "cup,Cup,,Size,S,A,1,5,",
    "cup,,,,S,B,1,5,",
    "pan,Pan,,Size,S,C,1,5,",
    "pan,,,,L,c,1,5,",
    "pot,Pot,,Title,Default Title,D,1,5,",
    "pot,,,,,E,1,5,",
  ]);
  expect(result.problems).toEqual([
    'row 3, column "Option1 Value": this variant and the one in row 2 have the same options',
    'row 5, column "Variant SKU": "C" is also the SKU of row 4',
    'row 7, column "Option1 Value": this variant and the one in row 6 have no option to tell it apart',
  ]);
});

test.each([
  ["a quote inside a cell", 'jam,5" jar,,Title,Default Title,J,1,3,'],
  ["text after a closing quote", 'jam,"Jam" jar,,Title,Default Title,J,1,3,'],
  ["a quote that is never closed", 'jam,"Jam,,Title,Default Title,J,1,3,'],
])("%s costs its row and no other", async (_what, row) => {
  for (const chunkBytes of [3, 1_000]) {
    const result = await read([columns, tea, row, salt], { lineEnd: "\r\n", chunkBytes });
    expect(result.problems).toEqual(["row 3: has a quote that is out of place"]);
    expect(result.skipped).toEqual(["jam"]);
    expect(handles(result)).toEqual(["tea", "salt"]);
  }
});

test("a broken row of a product costs the product, whose other rows may be sound", async () => {
  const result = await read([
    columns,
    "cup,Cup,,Size,S,A,1,5,",
    'cup,,,,"M,B,1,5,',
    "cup,,,,L,C,1,5,",
    tea,
  ]);
  expect(result.skipped).toEqual(["cup"]);
  expect(handles(result)).toEqual(["tea"]);
});

test("a row with more cells than there are columns is a problem, unless they are empty", async () => {
  const result = await read([columns, `${tea},,`, `${salt},,x`]);
  expect(result.problems).toEqual(["row 3: has more cells than the file has columns"]);
  expect(handles(result)).toEqual(["tea"]);
});

test("text in another encoding is a problem of its cell", async () => {
  const latin1 = Buffer.concat([
    Buffer.from(`${columns}\n`),
    Buffer.from("cafe,Caf\u00e9,,,,C,1,3,\n", "latin1"),
    Buffer.from(`${tea}\n`),
  ]);
  const result = await readBytes(latin1);
  expect(result.problems).toEqual([
    'row 2, column "Title": has characters that are not UTF-8; save the file as CSV UTF-8',
  ]);
  expect(handles(result)).toEqual(["tea"]);
});

test("a title keeps its letters and loses line breaks and control characters", async () => {
  const { products } = await read([columns, 'jam,"  Jam\u0000\n  & crème ",,,,J,1,3,']);
  expect(products).toMatchObject([{ title: "Jam & crème" }]);
});

test("a file without the required columns is one error that names them", async () => {
  await expect(read(["Handle,Name,Price", "tea,Tea,1"])).rejects.toThrow(
    'This is not a product export of Shopify: its first row has no column "Title", "Variant Price".',
  );
  await expect(read(['Han"dle,Title,Variant Price'])).rejects.toThrow("This is not a CSV file");
  await expect(readBytes(Buffer.alloc(0))).rejects.toThrow("The file is empty.");
});

test("a file of a header only has no products and no problems", async () => {
  expect(await read([columns])).toEqual({ products: [], problems: [], skipped: [] });
});
