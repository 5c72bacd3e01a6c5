import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { FetchFailure } from '@tocsin/fetching';
import type { Queryable } from '@tocsin/persistence';
import { ref } from '../openapi/schema-parts.js';
import { readQuery } from '../saved/saved-query-table.js';
import { DELIVERY_STATES, type DeliveryView, type Try } from '../webhooks/delivery-table.js';
import { listDeliveries, MAX_DELIVERIES, readDelivery } from '../webhooks/delivery-reader.js';
import { ping, redeliver } from '../webhooks/redeliver.js';
import { OVERLAP_MS } from '../webhooks/secret.js';
import type { Sending } from '../webhooks/send.js';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  listWebhooks,
  readWebhook,
  rotateSecret,
} from '../webhooks/webhook-table.js';
import {
  checkedNewWebhook,
  checkedWebhookChange,
  type WebhookChange,
  type WebhookView,
} from '../webhooks/webhook.js';
import { checkedId } from './checked-id.js';
import { DATABASE } from './database.token.js';
import { badQuery, notFound } from './problem.js';
import { SENDING } from './sending.token.js';

/** Webhooks by Standard Webhooks; every call of it needs the scope `operate`. */
@ApiTags('webhooks')
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    @Inject(DATABASE) private readonly db: Queryable,
    @Inject(SENDING) private readonly sending: Sending,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All webhooks, the newest first; never their secrets.' })
  @ApiOkResponse({ schema: ref('Webhooks') })
  async list(): Promise<{ items: WebhookView[] }> {
    return { items: await listWebhooks(this.db) };
  }

  @Post()
  @ApiOperation({
    summary:
      'Makes a webhook that tells of a saved query, or of everything, from now or from an event id of the stream on; its secret is shown in this answer and never again.',
  })
  @ApiBody({ schema: ref('NewWebhook') })
  @ApiCreatedResponse({ schema: ref('CreatedWebhook') })
  async create(@Body() body: unknown): Promise<WebhookView & { secret: string }> {
    const draft = checkedNewWebhook(body);
    await this.check(draft);
    const { view, secret } = await createWebhook(this.db, draft, Date.now());
    return { ...view, secret };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One webhook: its state, why it is disabled, and how far it is.' })
  @ApiOkResponse({ schema: ref('Webhook') })
  async one(@Param('id') id: string): Promise<WebhookView> {
    const { secret: _, oldSecret: __, oldSecretUntilMs: ___, ...view } = await this.existing(id);
    return view;
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Changes, pauses or goes on: with `active` what waits is tried at once.',
  })
  @ApiBody({ schema: ref('WebhookChange') })
  @ApiOkResponse({ schema: ref('Webhook') })
  async change(@Param('id') id: string, @Body() body: unknown): Promise<WebhookView> {
    const change = checkedWebhookChange(body);
    await this.check(change);
    const changed = await changeWebhook(this.db, checkedId(id), change);
    if (!changed) throw notFound('webhook', id);
    return changed;
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Deletes a webhook with all that is known of its deliveries.' })
  @ApiNoContentResponse({ description: 'It is gone.' })
  async delete(@Param('id') id: string): Promise<void> {
    if (!(await deleteWebhook(this.db, checkedId(id)))) throw notFound('webhook', id);
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Makes a new secret, shown this once; the old one signs beside it for a day.',
  })
  @ApiOkResponse({ schema: ref('WebhookSecret') })
  async rotate(@Param('id') id: string): Promise<{ secret: string; oldSecretUntil: string }> {
    const now = Date.now();
    const secret = await rotateSecret(this.db, checkedId(id), now);
    if (secret === undefined) throw notFound('webhook', id);
    return { secret, oldSecretUntil: new Date(now + OVERLAP_MS).toISOString() };
  }

  @Post(':id/ping')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sends a message of type `webhook.ping` at once and says how it went.' })
  @ApiOkResponse({ schema: ref('WebhookTry') })
  async ping(@Param('id') id: string): Promise<Try> {
    return ping(this.sending, await this.existing(id));
  }

  @Get(':id/deliveries')
  @ApiOperation({ summary: 'Messages to a webhook and how they went, the newest first.' })
  @ApiQuery({ name: 'state', required: false, schema: { enum: [...DELIVERY_STATES] } })
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MAX_DELIVERIES, default: 50 },
  })
  @ApiQuery({ name: 'cursor', required: false, schema: { type: 'string' } })
  @ApiOkResponse({ schema: ref('DeliveryPage') })
  async deliveries(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<{ items: DeliveryView[]; nextCursor: string | null }> {
    const webhook = await this.existing(id);
    return listDeliveries(this.db, webhook.id, query);
  }

  @Post(':id/deliveries/:delivery/redeliver')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Sends a message again, under its own id: one that waits comes first in its turn, one that is dead or delivered goes at once.',
  })
  @ApiOkResponse({ schema: ref('Delivery') })
  async redeliver(
    @Param('id') id: string,
    @Param('delivery') deliveryId: string,
  ): Promise<DeliveryView> {
    const webhook = await this.existing(id);
    const delivery = await readDelivery(this.db, webhook.id, checkedId(deliveryId));
    if (!delivery) throw notFound('delivery', deliveryId);
    await redeliver(this.db, this.sending, webhook, delivery);
    return (await readDelivery(this.db, webhook.id, delivery.id)) ?? delivery;
  }

  private async existing(id: string) {
    const found = await readWebhook(this.db, checkedId(id));
    if (!found) throw notFound('webhook', id);
    return found;
  }

  /** @throws ProblemError 400 */
  private async check({ url, queryId }: WebhookChange): Promise<void> {
    if (queryId && !(await readQuery(this.db, queryId))) {
      throw badQuery(`There is no query ${queryId}.`);
    }
    if (url === undefined) return;
    try {
      // What its name resolves to is looked at when it is sent to: names change their minds.
      this.sending.poster.policy.check(new URL(url));
    } catch (error) {
      if (error instanceof FetchFailure) throw badQuery(`url is refused: ${error.message}`);
      throw error;
    }
  }
}
