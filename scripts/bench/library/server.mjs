// A site where every feed is unchanged: prints its address. A process of its own, so that what it does is not counted as ours.
import { createServer } from "node:http";

const server = createServer((_request, response) => response.writeHead(304, { etag: '"1"' }).end());
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
