import {
  Body,
  Controller,
  Headers,
  HttpCode,
  HttpException,
  Inject,
  PayloadTooLargeException,
  Post,
  Res,
  UnprocessableEntityException,
  UseGuards,
} from '@nestjs/common';
import { ApiKeyGuard, checked } from '@tocsin/telemetry';
import { PushBusyError } from '../publish/admission.js';
import type { PushResult } from '../publish/decide-pushes.js';
import { MAX_BATCH, type PushDocument, type PushOrder } from '../publish/push-document.js';
import { PushRefusedError } from '../publish/pushed-document.js';
import { PushDocumentRequest } from './requests.js';
import { PUSH_DOCUMENT } from './tokens.js';

/** What the answer is written to. */
interface Reply {
  header(name: string, value: string): unknown;
}

interface Refusal {
  readonly error: { readonly code: string; readonly message: string };
}

/** Articles handed in instead of fetched. */
@Controller('v1/documents')
export class DocumentsController {
  constructor(@Inject(PUSH_DOCUMENT) private readonly documents: PushDocument) {}

  @Post()
  @HttpCode(202)
  @UseGuards(ApiKeyGuard)
  async push(
    @Body() body: unknown,
    @Headers('idempotency-key') header: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<PushResult> {
    const { idempotencyKey = null, ...document } = checked(PushDocumentRequest, body);
    const order = { document, idempotencyKey: header ?? idempotencyKey };
    return answered(reply, () => this.documents.push(order));
  }

  /** Up to 100 documents as a JSON array; each has its own answer, in the same sequence. */
  @Post('batch')
  @HttpCode(202)
  @UseGuards(ApiKeyGuard)
  async pushBatch(
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<{ results: (PushResult | Refusal)[] }> {
    if (!Array.isArray(body) || body.length === 0 || body.length > MAX_BATCH)
      throw new UnprocessableEntityException({
        code: 'ERR_PUSH_BATCH',
        message: `A batch is a JSON array of 1 to ${MAX_BATCH} documents.`,
      });
    const read = body.map(readOrder);
    const orders = read.filter((each): each is PushOrder => !('error' in each));
    const pushed = await answered(reply, () => this.documents.pushAll(orders));
    let next = 0;
    const results = read.map((each) =>
      'error' in each ? each : answerOf(pushed[next++] as PushResult | PushRefusedError),
    );
    return { results };
  }
}

function readOrder(value: unknown): PushOrder | Refusal {
  try {
    const { idempotencyKey = null, ...document } = checked(PushDocumentRequest, value);
    return { document, idempotencyKey };
  } catch (error) {
    if (error instanceof HttpException) return { error: error.getResponse() as Refusal['error'] };
    throw error;
  }
}

const answerOf = (result: PushResult | PushRefusedError): PushResult | Refusal =>
  result instanceof PushRefusedError
    ? { error: { code: result.code, message: result.message } }
    : result;

/** Refusals as the status and code that a client may act on. */
async function answered<T>(reply: Reply, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PushBusyError) {
      const { code, message, retryAfterSeconds } = error;
      reply.header('retry-after', String(retryAfterSeconds));
      throw new HttpException({ code, message }, 429);
    }
    if (!(error instanceof PushRefusedError)) throw error;
    const { code, message } = error;
    throw code === 'ERR_PUSH_TOO_LARGE'
      ? new PayloadTooLargeException({ code, message })
      : new UnprocessableEntityException({ code, message });
  }
}
