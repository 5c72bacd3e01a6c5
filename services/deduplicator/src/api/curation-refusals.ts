import {
  ConflictException,
  HttpException,
  NotFoundException,
  ServiceUnavailableException,
  UnprocessableEntityException,
} from '@nestjs/common';
import { DependencyDownError, TransientError } from '@tocsin/messaging';

/** What a command can't be, each with its stable code and one sentence for people. */
export const refusals = {
  unknownIncident: (ids: readonly string[]) =>
    new NotFoundException({
      code: 'ERR_CURATION_UNKNOWN_INCIDENT',
      message: `There is no incident ${ids.join(', ')}.`,
    }),
  unknownCommand: (id: string) =>
    new NotFoundException({
      code: 'ERR_CURATION_UNKNOWN_COMMAND',
      message: `There is no command ${id}, or it has not taken effect yet.`,
    }),
  untold: (ids: readonly string[]) =>
    refused('ERR_CURATION_UNTOLD', `No article tells of ${ids.join(', ')} any longer.`),
  oneIncident: (id: string) =>
    refused('ERR_CURATION_ONE_INCIDENT', `All of these are one incident already: ${id}.`),
  superfluous: (field: string, action: string) =>
    refused('ERR_CURATION_SUPERFLUOUS', `A ${action} takes no ${field}.`),
  noMentions: () =>
    refused('ERR_CURATION_NO_MENTIONS', 'A split must say which mentions leave: mentionIds.'),
  unknownMentions: (ids: readonly string[], incidentId: string) =>
    refused('ERR_CURATION_UNKNOWN_MENTION', `${incidentId} has no mention ${ids.join(', ')}.`),
  splitAll: (incidentId: string) =>
    refused('ERR_CURATION_SPLIT_ALL', `A split must leave ${incidentId} at least one mention.`),
  noEffect: () =>
    new ConflictException({
      code: 'ERR_CURATION_NO_EFFECT',
      message: 'The command would change nothing.',
    }),
} as const;

const refused = (code: string, message: string) =>
  new UnprocessableEntityException({ code, message });

/** What stands in the way for now as an answer that says to come again; all else as it is. */
export function asAnswer(error: unknown): unknown {
  if (error instanceof HttpException) return error;
  if (!(error instanceof DependencyDownError || error instanceof TransientError)) return error;
  return new ServiceUnavailableException({
    code: error.code,
    message: 'The deduplicator is busy with these articles or without its database; try again.',
  });
}
