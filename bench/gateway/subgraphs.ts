import { createServer } from 'node:http';
import { type DocumentNode, execute, parse } from 'graphql';
import { type SubgraphName, subgraphNames } from '../../gateway/subgraphs.ts';
import { madeUpSubgraph } from './made-up-subgraphs.ts';

/** Serves one subgraph; its documents are parsed once. */
function serve(name: SubgraphName, port: number): Promise<void> {
  const schema = madeUpSubgraph(name);
  const documents = new Map<string, DocumentNode>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const answer = JSON.stringify(await execute({ schema, document, variableValues: variables }));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) }).end(answer);
  });
  return new Promise((listening) => server.listen(port, '127.0.0.1', listening));
}

const ports = process.argv.slice(2).map(Number);
await Promise.all(subgraphNames.map((name, index) => serve(name, ports[index] ?? 4101 + index)));
process.send?.('up');
