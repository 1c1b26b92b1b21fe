-- Prepares a database for state: psql -d states -f state/postgresql.sql, as its owner, once. Then give both roles a password with
-- \password. One role writes, for the jobs that apply; the other only reads, for the jobs that plan.
CREATE ROLE steering_apply LOGIN;
CREATE ROLE steering_plan LOGIN;

-- terraform makes a schema for each tenant, with the first job that may, and one sequence in "public".
GRANT CREATE ON DATABASE :"DBNAME" TO steering_apply;
GRANT CREATE ON SCHEMA public TO steering_apply;

-- What the one makes, the other may read.
ALTER DEFAULT PRIVILEGES FOR ROLE steering_apply GRANT USAGE ON SCHEMAS TO steering_plan;
ALTER DEFAULT PRIVILEGES FOR ROLE steering_apply GRANT SELECT ON TABLES TO steering_plan;
