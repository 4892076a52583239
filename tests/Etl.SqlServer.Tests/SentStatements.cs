using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Etl.SqlServer.Tests;

/// <summary>
/// Every text in the C# of the product that begins as a statement: found, not listed, so that none is forgotten. A value that the code puts
/// in stands for a name; alone at the beginning of a line, for a statement.
/// </summary>
internal static partial class SentStatements
{
    public static IReadOnlyList<(string Place, string Sql)> InTheProduct() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(SqlFiles.RepositoryRoot, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}DuckDb{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => In(File.ReadAllText(file), Path.GetRelativePath(SqlFiles.RepositoryRoot, file).Replace('\\', '/'))),
    ];

    public static IEnumerable<(string Place, string Sql)> In(string code, string file)
    {
        var tree = CSharpSyntaxTree.ParseText(code);
        foreach (var text in tree.GetRoot().DescendantNodes(node => IsNoText(node) && node is not AttributeSyntax).OfType<ExpressionSyntax>().Where(node => !IsNoText(node)))
            if (TextOf(text) is { } sql && Beginning().IsMatch(Comment().Replace(sql, string.Empty)))
                yield return ($"{file}:{tree.GetLineSpan(text.Span).StartLinePosition.Line + 1}", Hole().Replace(sql, "PRINT N'hole';").Replace('\u0001', 'x'));
    }

    private static bool IsNoText(SyntaxNode node) => node is not ExpressionSyntax expression || TextOf(expression) is null;

    private static string? TextOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents.Aggregate(new StringBuilder(), (text, part) =>
            text.Append(part is InterpolatedStringTextSyntax written ? written.TextToken.ValueText : "\u0001")).ToString(),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => TextOf(sum.Left) is { } left && TextOf(sum.Right) is { } right ? left + right : null,
        _ => null,
    };

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE|MERGE|TRUNCATE|WITH|EXEC|DECLARE|SET|IF|BEGIN|CREATE|ALTER|DROP|GRANT|REVOKE|DENY|USE)\s",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\s*--.*\n", RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<=^[ ]*)\u0001(?=[ ]*$|[A-Z]{2,} )", RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Hole();
}
