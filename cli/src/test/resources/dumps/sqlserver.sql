USE [master]
GO
/****** Object:  Database [Shop]    Script Date: 01.05.2024 12:00:00 ******/
CREATE DATABASE [Shop]
 CONTAINMENT = NONE
 ON  PRIMARY 
( NAME = N'Shop', FILENAME = N'D:\Data\Shop.mdf' , SIZE = 8192KB , FILEGROWTH = 65536KB )
GO
ALTER DATABASE [Shop] SET COMPATIBILITY_LEVEL = 150
GO
USE [Shop]
GO
/****** Object:  User [reporting]    Script Date: 01.05.2024 12:00:00 ******/
CREATE USER [reporting] FOR LOGIN [reporting] WITH DEFAULT_SCHEMA=[dbo]
GO
/****** Object:  Table [dbo].[Item]    Script Date: 01.05.2024 12:00:00 ******/
SET ANSI_NULLS ON
GO
SET QUOTED_IDENTIFIER ON
GO
CREATE TABLE [dbo].[Item](
	[Id] [bigint] IDENTITY(1,1) NOT NULL,
	[Name] [nvarchar](80) COLLATE Latin1_General_CI_AS NOT NULL,
	[Price] [decimal](10, 2) NULL,
 CONSTRAINT [PK_Item] PRIMARY KEY CLUSTERED 
(
	[Id] ASC
)WITH (PAD_INDEX = OFF, STATISTICS_NORECOMPUTE = OFF, IGNORE_DUP_KEY = OFF) ON [PRIMARY]
) ON [PRIMARY]
GO
CREATE TABLE [dbo].[Orders](
	[Id] [bigint] NOT NULL,
	[ItemId] [bigint] NOT NULL,
	[Placed] [datetime2](7) NULL
) ON [PRIMARY]
GO
CREATE TABLE [dbo].[PriceLog](
	[ItemId] [bigint] NULL,
	[Price] [decimal](10, 2) NULL
) ON [PRIMARY]
GO
CREATE TABLE [dbo].[Größe](
	[Id] [int] NOT NULL
) ON [PRIMARY]
GO
SET IDENTITY_INSERT [dbo].[Item] ON 
GO
INSERT [dbo].[Item] ([Id], [Name], [Price]) VALUES (1, N'create table trap (id int)', CAST(2.00 AS Decimal(10, 2)))
GO
SET IDENTITY_INSERT [dbo].[Item] OFF
GO
/****** Object:  View [dbo].[OpenOrders]    Script Date: 01.05.2024 12:00:00 ******/
CREATE VIEW [dbo].[OpenOrders]
WITH SCHEMABINDING
AS
SELECT o.Id
FROM dbo.Orders AS o
GO
ALTER TABLE [dbo].[Orders] ADD  CONSTRAINT [DF_Placed]  DEFAULT (getdate()) FOR [Placed]
GO
ALTER TABLE [dbo].[Orders]  WITH CHECK ADD  CONSTRAINT [FK_Orders_Item] FOREIGN KEY([ItemId])
REFERENCES [dbo].[Item] ([Id])
ON DELETE CASCADE
GO
ALTER TABLE [dbo].[Orders] CHECK CONSTRAINT [FK_Orders_Item]
GO
/****** Object:  StoredProcedure [dbo].[Archive]    Script Date: 01.05.2024 12:00:00 ******/
SET ANSI_NULLS ON
GO
CREATE PROCEDURE [dbo].[Archive]
	@Before date
AS
BEGIN
	SET NOCOUNT ON;
	CREATE TABLE #gone (Id bigint)
	INSERT INTO #gone SELECT Id FROM dbo.Orders WHERE Placed < @Before
	DELETE o FROM dbo.Orders o JOIN #gone g ON g.Id = o.Id
END
GO
/****** Object:  Trigger [dbo].[ItemPrice]    Script Date: 01.05.2024 12:00:00 ******/
CREATE TRIGGER [dbo].[ItemPrice] ON [dbo].[Item]
AFTER UPDATE
AS
BEGIN
	INSERT INTO dbo.PriceLog (ItemId, Price)
	SELECT Id, Price FROM inserted
END
GO
ALTER TABLE [dbo].[Item] ENABLE TRIGGER [ItemPrice]
GO
CREATE SYNONYM [dbo].[Product] FOR [dbo].[Item]
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'Prices' , @level0type=N'SCHEMA',@level0name=N'dbo', @level1type=N'TABLE',@level1name=N'PriceLog'
GO
EXEC master.dbo.sp_addlinkedserver @server = N'BANK', @srvproduct=N'', @provider=N'SQLNCLI'
GO
EXEC msdb.dbo.sp_add_jobstep @job_id=@jobId, @step_name=N'clean', @subsystem=N'TSQL', @command=N'DELETE FROM dbo.PriceLog WHERE Price = 0', @database_name=N'Shop'
GO
GRANT SELECT ON [dbo].[Orders] TO [reporting] AS [dbo]
GO
GRANT EXECUTE ON [dbo].[Archive] TO [shop_app]
GO
DENY SELECT ON [dbo].[PriceLog] TO [reporting]
GO
