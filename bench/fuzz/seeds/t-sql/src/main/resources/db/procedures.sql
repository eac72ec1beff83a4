SET ANSI_NULLS ON
GO
IF OBJECT_ID(N'[dbo].[fuzz_invoice]', N'U') IS NULL
BEGIN
  CREATE TABLE [dbo].[fuzz_invoice] ([id] INT IDENTITY(1,1) NOT NULL PRIMARY KEY CLUSTERED, [no] NVARCHAR(MAX) NULL) ON [PRIMARY]
END
GO
CREATE OR ALTER PROCEDURE [dbo].[pay] @id INT, @done BIT OUTPUT AS
BEGIN
  SET NOCOUNT ON;
  BEGIN TRY
    DECLARE @t TABLE (id INT); INSERT INTO @t SELECT id FROM dbo.fuzz_line WITH (NOLOCK) WHERE invoice_id = @id
    UPDATE i SET i.no = 'x' OUTPUT inserted.id FROM dbo.fuzz_invoice i JOIN #temp t ON t.id = i.id
    EXEC sp_executesql N'DELETE FROM dbo.fuzz_log WHERE id = @p', N'@p INT', @p = @id
  END TRY
  BEGIN CATCH THROW; END CATCH
END
GO
CREATE TRIGGER dbo.audited ON dbo.fuzz_invoice AFTER INSERT, UPDATE AS INSERT INTO dbo.fuzz_audit SELECT id FROM inserted
GO
