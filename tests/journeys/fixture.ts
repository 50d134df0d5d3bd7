import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const LONG =
  "Behind the new wall there are sheds for the boats, a market for the catch, a workshop for the nets, a school for the young sailors and a lighthouse that was moved stone by stone from the other side of the bay.";

/** A page with everything that an article can have. */
export const ARTICLE_HTML = `<!doctype html>
<html lang="en">
<head>
<title>The harbour opens again | The Coast</title>
<meta property="og:site_name" content="The Coast">
<meta name="author" content="Mara Lindt">
<meta property="article:published_time" content="2024-05-06T08:00:00Z">
</head>
<body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article>
<h1>The harbour opens again</h1>
<p>The first ships came in on Monday morning. Hundreds of people had come to see them. A band played on the quay until noon.</p>
<p>The work took three whole years. It cost more than the town had hoped. The mayor called it <a href="/second">a gate to the sea</a> and thanked the workers.</p>
<figure><img src="/harbour.png" alt="Ships lie at the new quay"><figcaption>Ships lie at the new quay</figcaption></figure>
<h2>What was built</h2>
<p>${LONG} Nobody had seen the like before.</p>
<blockquote><p>We waited for this day, and now it is here.</p></blockquote>
<p>Most of the stones came from the old fort. They were cut by hand in the winter.</p>
<h2>The figures</h2>
<ul><li>Nine hundred metres of wall</li><li>Two hundred new berths</li><li>One very old crane</li></ul>
<table><tr><th>Year</th><th>Ships</th></tr><tr><td>First</td><td>Forty</td></tr><tr><td>Second</td><td>Ninety</td></tr></table>
<p>The town expects more ships in the spring. Many of them come from the north.</p>
<h2>What comes next</h2>
<p>The old bridge will be repaired in the summer. Cars must take the long way round until then.</p>
<p>After that the railway returns to the coast. The last train left it many years ago.</p>
</article></main>
<footer><p>All rights reserved</p></footer>
</body></html>`;

/** The captions of the page's utterances at normal verbosity, in order, as far as the tests count on them. */
export const FIRST = "The first ships came in on Monday morning.";
export const SECOND = "Hundreds of people had come to see them.";
export const THIRD = "A band played on the quay until noon.";
export const NEXT_PARAGRAPH = "The work took three whole years.";
export const LONG_SENTENCE = LONG;
export const LAST = "The last train left it many years ago.";

/** Another article, short. */
export const SECOND_HTML = `<!doctype html><html lang="en"><head><title>The gate to the sea</title></head><body><article>
<h1>The gate to the sea</h1>
<p>Ships have passed between the two towers for four hundred years. The towers were built by hand, and the chain between them is long gone.</p>
<p>Today the gate is lit at night. Fishermen say that they can see it from far away, even in the rain and in the fog of autumn.</p>
</article></body></html>`;

/** A plain text of many short sentences, each with its number: long enough to read for minutes. */
export const LONG_TEXT = `The long way round

${Array.from({ length: 24 }, (_, paragraph) =>
  [1, 2, 3].map((sentence) => `Paragraph ${paragraph + 1} has this sentence number ${sentence} in it.`).join(" "),
).join("\n\n")}
`;

/** Answers a request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A site of our own on the loopback interface, and a folder of files. */
export interface Site {
  readonly address: string;
  readonly folder: string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const page =
  (html: string): Answer =>
  (_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(html);
  };

/** One pixel, so that there is a picture to be had. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** Opens a site with the article at `/first`, the other at `/second`, and what is given; everything else is 404. */
export async function openSite(more: Readonly<Record<string, Answer>> = {}): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), "lectern-site-"));
  await writeFile(join(folder, "first.html"), ARTICLE_HTML);
  await writeFile(join(folder, "second.html"), SECOND_HTML);
  await writeFile(join(folder, "long.txt"), LONG_TEXT);
  const asked: string[] = [];
  const answers: Readonly<Record<string, Answer>> = {
    "/first": page(ARTICLE_HTML),
    "/second": page(SECOND_HTML),
    "/harbour.png": (_request, response) => {
      response.setHeader("content-type", "image/png");
      response.end(PIXEL);
    },
    ...more,
  };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const answer = answers[path];
    if (answer) {
      answer(request, response);
      return;
    }
    response.statusCode = 404;
    response.end("<h1>Not here</h1>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    folder,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
