import Basics
import Feel
import Foundation
import Testing

/// Threads on Linux have a stack of eight megabytes; without optimisation frames are several times larger than with it.
@Suite("Small stacks") struct StackTests {
    #if DEBUG
        static let size = 6 << 20
    #else
        static let size = 2 << 20
    #endif

    static let texts = [
        String(repeating: "(", count: 110) + "1" + String(repeating: ")", count: 110),
        String(repeating: "[", count: 110) + "1" + String(repeating: "]", count: 110),
        String(repeating: "if true then ", count: 100) + "1" + String(repeating: " else 2", count: 100),
        String(repeating: "{a: ", count: 100) + "1" + String(repeating: "}", count: 100),
        String(repeating: "function(x) ", count: 110) + "1",
        String(repeating: "for x in [1] return ", count: 100) + "1",
        String(repeating: "some x in [1] satisfies ", count: 100) + "true",
        String(repeating: "-", count: 100) + "1",
        String(repeating: "not(", count: 100) + "true" + String(repeating: ")", count: 100),
        "{f: function(g) g(g)}.f({f: function(g) g(g)}.f)",
        "{f: function(g, n) if n = 0 then 0 else 1 + g(g, n - 1)}.f({f: function(g, n) if n = 0 then 0 else 1 + g(g, n - 1)}.f, 10000)",
        "{f: function(g) sort([1, 2], function(a, b) g(g))}.f({f: function(g) sort([1, 2], function(a, b) g(g))}.f)",
        "{f: function(n, g) if n = 0 then g else f(n - 1, function() g), r: for i in 1..200 return f(1500, if i = 1 then null else partial[-1])}.r",
        "for i in 1..3000 return function() partial[-1]",
        "{w: function(l) append([], function() l[1]), r: for i in 1..100000 return w(if i = 1 then [] else partial[-1])}.r",
        "{w: function(l) [[{f: function() l}]], r: for i in 1..100000 return w(if i = 1 then [] else partial[-1])}.r",
        "for " + (1...8_000).map { "x\($0) in [1]" }.joined(separator: ", ") + " return 1",
        "1" + String(repeating: " + 1", count: 20_000),
        "matches(\"" + String(repeating: "a", count: 50_000) + "\", \"" + String(repeating: "(", count: 50) + "a*"
            + String(repeating: ")*", count: 50) + "b\")",
    ]

    @Test(arguments: texts.indices)
    func `parsing and evaluating leave much of a stack unused`(index: Int) async {
        await parse(index, Self.size)
    }

    @Test func `functions may keep one another in a long row, and are let go of all the same`() throws {
        let row =
            "{w: function(l) append([], function() l[1]), r: for i in 1..50000 return w(if i = 1 then [7] else partial[-1])}.r"
        let result = try FeelExpression(parsing: "count(\(row))").evaluate()
        #expect(result.value == 50_000 && result.problems.isEmpty)
    }

    @Test(arguments: texts.indices)
    func `a thread with a very small stack goes on upon another`(index: Int) async { await parse(index, 128 << 10) }

    private func parse(_ index: Int, _ size: Int) async {
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            let thread = Thread {
                _ = try? FeelExpression(parsing: Self.texts[index]).evaluate(
                    limits: FeelLimits(steps: 300_000, room: 300_000))
                done.resume()
            }
            thread.stackSize = size
            thread.start()
        }
    }
}
