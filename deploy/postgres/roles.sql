-- Least privilege: one login for each service, which can be nothing but that service, in a schema that only it can enter.
-- To be run once by an owner of the database, and again at leisure. Without it a service makes its role and schema
-- itself, for which its login needs CREATEROLE and CREATE on the database.
-- Passwords are set apart: ALTER ROLE tocsin_store_login PASSWORD '…'; then DATABASE_URL names that login.
DO $$
DECLARE
  service text;
  role_name text;
  login_name text;
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  FOREACH service IN ARRAY ARRAY['fetcher', 'deduplicator', 'store'] LOOP
    role_name := 'tocsin_' || service;
    login_name := role_name || '_login';
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login_name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT NOCREATEDB NOCREATEROLE IN ROLE %I', login_name, role_name);
    END IF;
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', current_database(), login_name);
    -- Who gives a schema away must be able to be its owner.
    EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service, role_name);
  END LOOP;
END
$$;
