import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { passedPaths } from './passed-paths.js';
import { schemas } from './schemas.js';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** The API's description, from its controllers and the contracts' schemas. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Tocsin')
    .setDescription('Incidents told by the news, with every claim and its source.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'key')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
  });
  // Health and metrics are the operators', not part of the public contract.
  const own = Object.entries(document.paths).filter(([path]) => path.startsWith('/v1/'));
  const passed = JSON.parse(JSON.stringify(passedPaths)) as OpenAPIObject['paths'];
  const paths = { ...Object.fromEntries(own), ...passed };
  const operations = Object.values(paths).flatMap((path) => [
    path.get,
    path.post,
    path.put,
    path.patch,
    path.delete,
  ]);
  for (const operation of operations) {
    Object.assign(operation?.responses ?? {}, {
      400: problem('A parameter is unknown or out of range.'),
      401: problem('A key is needed, or this one is unknown or revoked.'),
      403: problem('The key lacks the scope.'),
      404: problem('There is no such thing.'),
      429: problem('Too many requests.'),
      503: problem('The database or the broker can not answer now.'),
    });
  }
  const components = {
    schemas: JSON.parse(JSON.stringify(schemas)),
    securitySchemes: document.components?.securitySchemes ?? {},
  };
  return { ...document, paths, components };
}
