import { type DynamicModule, Module } from '@nestjs/common';
import { HealthModule, type HealthModuleOptions } from '@tocsin/telemetry';
import { ExtractionController, LANES, type Lanes } from './extraction.controller.js';

/** The service: its two lanes, health and metrics. */
@Module({})
export class AppModule {
  static forRoot(lanes: Lanes, health: HealthModuleOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [HealthModule.forRoot(health)],
      controllers: [ExtractionController],
      providers: [{ provide: LANES, useValue: lanes }],
    };
  }
}
