import {
  Body,
  Controller,
  Headers,
  HttpCode,
  Inject,
  Post,
  UnprocessableEntityException,
  UseGuards,
} from '@nestjs/common';
import { PushRefusedError, type PushDocument, type PushResult } from '../publish/push-document.js';
import { ApiKeyGuard } from './api-key.guard.js';
import { checked, PushDocumentRequest } from './requests.js';
import { PUSH_DOCUMENT } from './tokens.js';

const MAX_KEY_CHARS = 200;

/** Articles handed in instead of fetched. */
@Controller('v1/documents')
export class DocumentsController {
  constructor(@Inject(PUSH_DOCUMENT) private readonly documents: PushDocument) {}

  @Post()
  @HttpCode(202)
  @UseGuards(ApiKeyGuard)
  async push(
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<PushResult> {
    const document = checked(PushDocumentRequest, body);
    if ((document.html === undefined) === (document.text === undefined))
      throw refused('ERR_PUSH_BODY', 'Exactly one of html and text must be given.');
    if (key !== undefined && key.length > MAX_KEY_CHARS)
      throw refused('ERR_PUSH_KEY', `An Idempotency-Key has at most ${MAX_KEY_CHARS} characters.`);
    try {
      return await this.documents.push(document, key ?? null);
    } catch (error) {
      if (error instanceof PushRefusedError) throw refused(error.code, error.message);
      throw error;
    }
  }
}

const refused = (code: string, message: string) =>
  new UnprocessableEntityException({ code, message });
