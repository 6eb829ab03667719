-- 在本文件夹中运行：duckdb -init duckdb.sql。Run in this folder: duckdb -init duckdb.sql
CREATE OR REPLACE VIEW standards AS SELECT * FROM read_parquet('*/standards.parquet', union_by_name = true);
CREATE OR REPLACE VIEW entries AS SELECT * FROM read_parquet('*/entries.parquet', union_by_name = true);
CREATE OR REPLACE VIEW cells AS SELECT * FROM read_parquet('*/cells.parquet', union_by_name = true);
CREATE OR REPLACE VIEW findings AS SELECT * FROM read_parquet('*/findings.parquet', union_by_name = true);
CREATE OR REPLACE VIEW targets AS SELECT * FROM read_parquet('*/targets.parquet', union_by_name = true);
