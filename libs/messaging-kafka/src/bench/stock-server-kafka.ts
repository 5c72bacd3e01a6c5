import 'reflect-metadata';

import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload, Transport } from '@nestjs/microservices';
import kafkajs from 'kafkajs';

import type { Contestant } from './contestant.js';
import { touch } from './contestant.js';

/** Nest's own Kafka transport as its documentation shows it: one message at a time. */
export const stockServerKafka: Contestant = {
  name: 'Nest ServerKafka',
  async start({ brokers, topic, group, onHandled }) {
    const seen = { fields: 0 };

    @Controller()
    class StockController {
      @EventPattern(topic)
      onMessage(@Payload() value: object): void {
        touch(value, seen);
        onHandled(1);
      }
    }

    @Module({ controllers: [StockController] })
    class StockModule {}

    const app = await NestFactory.createMicroservice(StockModule, {
      logger: false,
      transport: Transport.KAFKA,
      options: {
        client: { brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING },
        consumer: { groupId: group, maxWaitTimeInMs: 200 },
        subscribe: { fromBeginning: true },
        run: { partitionsConsumedConcurrently: 2 },
      },
    });
    await app.listen();
    return () => app.close();
  },
};
