import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Queryable } from '@tocsin/persistence';
import {
  createKey,
  listKeys,
  revokeKey,
  SCOPES,
  type ApiKeyView,
  type Scope,
} from '../access/api-keys.js';
import { checkedId } from './checked-id.js';
import { DATABASE } from './database.token.js';
import { badQuery, notFound } from './problem.js';

/** Keys of the API; every call of it needs the scope `operate`. */
@ApiTags('keys')
@Controller('v1/keys')
export class KeysController {
  constructor(@Inject(DATABASE) private readonly db: Queryable) {}

  @Get()
  @ApiOperation({
    summary: 'All keys with their scopes and when they were last used; never their secrets.',
  })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/ApiKeys' } })
  async list(): Promise<{ items: ApiKeyView[] }> {
    return { items: await listKeys(this.db) };
  }

  @Post()
  @ApiOperation({ summary: 'Makes a key; it is shown in this answer and never again.' })
  @ApiBody({ schema: { $ref: '#/components/schemas/NewApiKey' } })
  @ApiCreatedResponse({ schema: { $ref: '#/components/schemas/CreatedApiKey' } })
  async create(@Body() body: unknown): Promise<ApiKeyView & { key: string }> {
    const { name, scopes } = checkedKey(body);
    const { key, view } = await createKey(this.db, name, scopes, Date.now());
    return { ...view, key };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revokes a key at once.' })
  @ApiNoContentResponse({ description: 'It is revoked.' })
  async revoke(@Param('id') id: string): Promise<void> {
    if (!(await revokeKey(this.db, checkedId(id), Date.now()))) throw notFound('key', id);
  }
}

/** @throws ProblemError 400 */
function checkedKey(body: unknown): { name: string; scopes: Scope[] } {
  const { name, scopes, ...rest } = (body ?? {}) as Record<string, unknown>;
  const known =
    Array.isArray(scopes) && scopes.length > 0 && scopes.every((one) => SCOPES.includes(one));
  if (
    typeof name !== 'string' ||
    !/^[^\0]{1,100}$/s.test(name) ||
    !known ||
    Object.keys(rest).length > 0
  ) {
    throw badQuery(
      `A key has a name of 1 to 100 characters and scopes out of ${SCOPES.join(', ')}.`,
    );
  }
  return { name: name.toWellFormed(), scopes: [...new Set(scopes as Scope[])] };
}
