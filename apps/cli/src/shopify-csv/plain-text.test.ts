import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["plain words", "plain words"],
  ["", ""],
  ["<p>One</p><p>Two</p>", "One\n\nTwo"],
  ["<p>One</p>\n\n\n<p>Two</p>", "One\n\nTwo"],
  ["source\n  line\tbreaks", "source line breaks"],
  ["a<br>b<BR />c", "a\nb\nc"],
  ["For:<ul><li>rice</li><li>dal</li></ul>Enjoy.", "For:\n• rice\n• dal\n\nEnjoy."],
  ["<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"],
  ["<b>bo</b>ld", "bold"],
  ["<a title=\"a > b\" href='x>y'>link</a>", "link"],
  ["<p class=it's>kept</p>", "kept"],
  ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
  ["<3 pickles", "<3 pickles"],
  ["a <!-- <b>not this</b> --> b", "a b"],
  ["a<!doctype html><?php x ?>b", "ab"],
  ["<p>Throw pillows</</p>", "Throw pillows"],
  ["kept <b unfinished", "kept"],
  ["a<script>alert('<p>')</script>b", "ab"],
  ["a<STYLE type=x>p { color: red }</Style >b", "ab"],
  ["a<script>never closed", "a"],
])("%j becomes %j", (html, text) => {
  expect(plainText(html)).toBe(text);
});

test.each([
  ["salt &amp; lime", "salt & lime"],
  ["&lt;b&gt;", "<b>"],
  ["&amp;lt;script&amp;gt;", "&lt;script&gt;"],
  ["&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"],
  ["caf&eacute;, &Uuml;ber, &ntilde;, &ccedil;", "café, Über, ñ, ç"],
  ["&#8377;5 &#x20B9;5 &#X20b9;5", "₹5 ₹5 ₹5"],
  ["it&#146;s &#x2713;", "it’s ✓"],
  ["a&nbsp;&nbsp;b", "a b"],
  ["&unknown; &amp &; &#; AT&T", "&unknown; &amp &; &#; AT&T"],
  ["&#0;&#xD800;&#9999999;", "\ufffd\ufffd\ufffd"],
  ["a&#7;b&#27;c", "abc"],
])("the entities of %j are decoded once: %j", (html, text) => {
  expect(plainText(html)).toBe(text);
});

test("a hostile text takes no longer than a harmless one of its length", () => {
  const start = performance.now();
  for (const piece of ["<", "<a ", "<!--", "<a '", "</", "&", "<script>", "&#", '<a="']) {
    plainText(piece.repeat(100_000));
  }
  expect(performance.now() - start).toBeLessThan(5_000);
});
