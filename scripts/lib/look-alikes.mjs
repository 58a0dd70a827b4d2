// Greek and Cyrillic letters whose UTS #39 prototype is a Latin letter that terms are written with. The capital
// forms of I, whose prototype is a small l, count as I: that is the letter a reader takes them for.
const PAIRS = `
0391 A 0392 B 0395 E 0396 Z 0397 H 0399 I 039A K 039C M 039D N 039F O 03A1 P 03A4 T 03A5 Y 03A7 X
03B1 a 03B2 ß 03B3 y 03B9 i 03BD v 03BF o 03C1 p 03C3 o 03C5 u 03DC F 03F2 c 03F3 j 03F9 C 03FA M 037F J
0405 S 0406 I 0408 J 0410 A 0412 B 0415 E 041A K 041C M 041D H 041E O 0420 P 0421 C 0422 T 0423 Y 0425 X
042C b 0430 a 0433 r 0435 e 043E o 0440 p 0441 c 0443 y 0445 x 0455 s 0456 i 0458 j 0461 w 0474 V 0475 v
04AE Y 04AF y 04BB h 04BD e 04C0 I 04CF i 0501 d 050C G 051B q 051C W 051D w 1D26 r A647 i
`;

// [code point, its Latin letter], by code point.
export function lookAlikes() {
  const words = PAIRS.trim().split(/\s+/);
  const pairs = [];
  for (let i = 0; i < words.length; i += 2)
    pairs.push([Number.parseInt(words[i], 16), words[i + 1].codePointAt(0)]);
  return pairs.sort((a, b) => a[0] - b[0]);
}
