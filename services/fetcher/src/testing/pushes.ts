import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Module, type DynamicModule } from '@nestjs/common';
import { API_ACCESS } from '@tocsin/telemetry';
import type { Publisher } from '@tocsin/messaging';
import type { DataSource } from 'typeorm';
import { DocumentsController } from '../api/documents.controller.js';
import { PUSH_DOCUMENT } from '../api/tokens.js';
import { PushDocument } from '../publish/push-document.js';

/** The key that the served API asks for. */
export const API_KEY = 'k'.repeat(20);

@Module({})
class PushModule {
  static forRoot(documents: PushDocument): DynamicModule {
    return {
      module: PushModule,
      controllers: [DocumentsController],
      providers: [
        { provide: PUSH_DOCUMENT, useValue: documents },
        { provide: API_ACCESS, useValue: { apiKey: API_KEY, host: '127.0.0.1' } },
      ],
    };
  }
}

/** The documents' part of the API, on a real database and without a port. */
export async function serveDocuments(
  database: DataSource,
  publisher: Publisher,
): Promise<NestFastifyApplication> {
  const documents = new PushDocument(database, publisher, { put: async () => undefined });
  const app = await NestFactory.create<NestFastifyApplication>(
    PushModule.forRoot(documents),
    new FastifyAdapter({ bodyLimit: 12 * 1024 * 1024 }),
    { logger: false },
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
