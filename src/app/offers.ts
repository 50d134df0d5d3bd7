import type { VoiceOffer } from "../model/index.ts";

/** Piper's voices as they were at one commit: what an address gives can't change unseen. */
const PIPER = "https://huggingface.co/rhasspy/piper-voices/resolve/0d907f158acc877ddeebcbf827659ee13bea8bcd";
/** Kokoro as sherpa-onnx runs it, at one commit. */
const KOKORO = "https://huggingface.co/csukuangfj/kokoro-en-v0_19/resolve/92805c485745946a0d945562d3aba19e7cbb2104";

type Sum = readonly [size: number, sha256: string];

/** A voice of Piper's, which lies where its name says: `en/en_GB/alba/medium/en_GB-alba-medium.onnx`. */
function piper(name: string, title: string, licence: string, source: string, model: Sum, config: Sum): VoiceOffer {
  const [place = "", person = "", quality = ""] = name.split("-");
  const folder = `${PIPER}/${place.slice(0, 2)}/${place}/${person}/${quality}`;
  return {
    name,
    title,
    lang: place.replace("_", "-"),
    licence,
    source,
    files: [
      { name: `${name}.onnx`, address: `${folder}/${name}.onnx`, size: model[0], sha256: model[1] },
      { name: `${name}.onnx.json`, address: `${folder}/${name}.onnx.json`, size: config[0], sha256: config[1] },
    ],
  };
}

/**
 * The voices that Lectern offers by itself: one or two a language, whose licence allows any use. Every length and checksum was found,
 * alike, in the published code of at least two projects that have nothing to do with each other (decision 0008); a voice for which
 * that could not be done is not here.
 */
export const OFFERS: readonly VoiceOffer[] = [
  piper(
    "en_GB-alba-medium",
    "Alba",
    "CC BY 4.0",
    "https://datashare.ed.ac.uk/handle/10283/3270",
    [63201294, "401369c4a81d09fdd86c32c5c864440811dbdcc66466cde2d64f7133a66ad03b"],
    [4888, "aa965a2f02ecced632c2694e1fc72bbff6d65f265fab567ca945918c73dd89f4"],
  ),
  piper(
    "en_GB-cori-high",
    "Cori",
    "Public domain",
    "https://librivox.org",
    [114219352, "470b4dd634c98f8a4850d7626ffc3dfc90774628eeef6605a6dd8f88f30a5903"],
    [4963, "9e7fb5b5671612c22f3c81cbe46c1ae87b031a4632bcb509e499dad6f1e2adec"],
  ),
  piper(
    "en_US-joe-medium",
    "Joe",
    "CC0 1.0",
    "https://github.com/OHF-Voice/voice-datasets",
    [63201294, "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06"],
    [4794, "3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33"],
  ),
  piper(
    "en_US-kristin-medium",
    "Kristin",
    "Public domain",
    "https://librivox.org",
    [63531379, "5849957f929cbf720c258f8458692d6103fff2f0e3d3b19c8259474bb06a18d4"],
    [4968, "5681426d4aead22195de70531eeeeddb46493cfaffc5764b2ea3db73428b651c"],
  ),
  piper(
    "de_DE-thorsten-medium",
    "Thorsten",
    "CC0 1.0",
    "https://github.com/thorstenMueller/Thorsten-Voice",
    [63201294, "7e64762d8e5118bb578f2eea6207e1a35a8e0c30595010b666f983fc87bb7819"],
    [4819, "974adee790533adb273a1ac88f49027d2a1b8f0f2cf4905954a4791e79264e85"],
  ),
  piper(
    "es_ES-davefx-medium",
    "Dave",
    "CC0 1.0",
    "https://github.com/OHF-Voice/voice-datasets",
    [63201294, "6658b03b1a6c316ee4c265a9896abc1393353c2d9e1bca7d66c2c442e222a917"],
    [4817, "0e0dda87c732f6f38771ff274a6380d9252f327dca77aa2963d5fbdf9ec54842"],
  ),
  piper(
    "fr_FR-siwis-medium",
    "Siwis",
    "CC BY 4.0",
    "https://datashare.ed.ac.uk/handle/10283/2353",
    [63201294, "641d1ab097da2b81128c076810edb052b385decc8be3381814802a64a73baf99"],
    [4875, "39479916c2db192b5ac9764daddd0c744d83e023ad890c6976c0633ae4df8959"],
  ),
  piper(
    "it_IT-paola-medium",
    "Paola",
    "CC0 1.0",
    "https://huggingface.co/datasets/paolapersico1/Voice-Dataset-Italian",
    [63511038, "6fc918b5a0ea6137382833dddfa567bffbe6a5060c02043c87192ee59c04210c"],
    [7099, "aea19c0a7fce29fbc359b93f10e7902854401e4c95ae2ea328ae516b15d296cf"],
  ),
  piper(
    "pt_BR-faber-medium",
    "Faber",
    "CC0 1.0",
    "https://github.com/OHF-Voice/voice-datasets",
    [63201294, "858555e3a064209c57088fe6bd70c4c3dc54d03eaa00c45d5ecaf43a33f95aa7"],
    [4855, "7e694de195ae3fc36dd732c445eb04fb49b649854893cb5506b978f0d50a1d6f"],
  ),
  piper(
    "ru_RU-denis-medium",
    "Denis",
    "CC0 1.0",
    "https://github.com/OHF-Voice/voice-datasets",
    [63201294, "15fab56e11a097858ee115545d0f697fc2a316c41a291a5362349fb870411b0a"],
    [4823, "831c860dac0b5073eaa81610a0a638ec23d90a6cf8e5f871b4485c2cec3767c8"],
  ),
  {
    name: "kokoro-en-v0_19",
    title: "Kokoro",
    lang: "en-US",
    licence: "Apache License 2.0",
    source: "https://huggingface.co/hexgrad/Kokoro-82M",
    files: [
      {
        name: "model.onnx",
        address: `${KOKORO}/model.onnx`,
        size: 345555491,
        sha256: "10ff414106a038ce7e9e0126c6461e4dc8a86efaa89dc91d2009d69fe635e339",
      },
      {
        name: "voices.bin",
        address: `${KOKORO}/voices.bin`,
        size: 5755904,
        sha256: "a372c67b056ef0b695c375d39b99630d23fb07ad4c8d87aa32a19a62fca523ad",
      },
      {
        name: "tokens.txt",
        address: `${KOKORO}/tokens.txt`,
        size: 1078,
        sha256: "4f31c71282d14af4e926cd12462078fe9d20d00c589e63fe2750a8f56d6d7f7b",
      },
    ],
  },
];
