import Foundation

@testable import Web

/// Reads a template as swift-mustache does and notes every name that the page behind it does not have.
struct TemplateWalk {
    let templates: [String: String]
    private(set) var problems: Set<String> = []

    init(_ templates: [String: String]) { self.templates = templates }

    /// Walks a template with the shapes of the things around it, the innermost last.
    mutating func walk(_ name: String, _ stack: [Shape], depth: Int = 0) {
        guard let text = templates[name + ".mustache"] else {
            problems.insert("there is no template \(name)")
            return
        }
        guard depth < 12 else { return }
        var stacks = [stack]
        for tag in TemplateWalk.tags(of: text) { take(tag, in: name, &stacks, depth) }
    }

    private mutating func take(_ tag: String, in template: String, _ stacks: inout [[Shape]], _ depth: Int) {
        let name = tag.dropFirst().trimmingCharacters(in: .whitespaces)
        switch tag.first {
        case "#": stacks.append(stacks[stacks.count - 1] + [find(name, stacks[stacks.count - 1], template) ?? .any])
        case "^":
            _ = find(name, stacks[stacks.count - 1], template)
            stacks.append(stacks[stacks.count - 1])
        case "/": if stacks.count > 1 { stacks.removeLast() }
        case "$": stacks.append(stacks[stacks.count - 1])
        case "<":
            walk(name, stacks[stacks.count - 1], depth: depth + 1)
            stacks.append(stacks[stacks.count - 1])
        case ">": walk(name, stacks[stacks.count - 1], depth: depth + 1)
        case "!": break
        case "{" where template == "_svg":
            _ = find(tag.dropFirst().trimmingCharacters(in: .whitespaces), stacks[stacks.count - 1], template)
        case "{": problems.insert("\(template) draws \(tag) unescaped")
        default: _ = find(tag.trimmingCharacters(in: .whitespaces), stacks[stacks.count - 1], template)
        }
    }

    /// The shape of what a name stands for: looked up from the innermost thing outwards.
    private mutating func find(_ written: String, _ stack: [Shape], _ template: String) -> Shape? {
        let name = TemplateWalk.withoutTransform(written)
        if name == "." || name.isEmpty { return stack.last }
        let parts = name.split(separator: ".").map(String.init)
        for shape in stack.reversed() {
            if case .any = shape { return .any }
            guard var found = shape[parts[0]] else { continue }
            for part in parts.dropFirst() {
                if case .any = found { return .any }
                guard let next = found[part] else {
                    problems.insert("\(template) uses \(written), which its page does not have")
                    return nil
                }
                found = next
            }
            return found
        }
        problems.insert("\(template) uses \(written), which its page does not have")
        return nil
    }

    private static func withoutTransform(_ name: String) -> String {
        guard let open = name.firstIndex(of: "(") else { return name }
        return String(name[name.index(after: open)...].dropLast())
    }

    private static func tags(of text: String) -> [String] {
        text.components(separatedBy: "{{").dropFirst().compactMap { $0.components(separatedBy: "}}").first }
    }
}

/// What a page offers to its template, learnt from its samples.
indirect enum Shape {
    case leaf
    case list(Shape?)
    case parts([String: Shape])
    /// Nothing is known, because no sample fills it.
    case any

    init(_ value: Any) {
        switch value {
        case let branch as Branch: self = .parts(branch.parts.mapValues(Shape.init))
        case let list as [Any]: self = .list(list.map(Shape.init).reduce(nil) { $0?.joined($1) ?? $1 })
        case is Absent: self = .any
        default: self = .leaf
        }
    }

    subscript(name: String) -> Shape? {
        switch self {
        case .leaf: nil
        case .list(let item): name == "first" || name == "last" || name == "index" ? .leaf : item?[name]
        case .parts(let parts): parts[name]
        case .any: .any
        }
    }

    func joined(_ other: Shape) -> Shape {
        switch (self, other) {
        case (.any, _): other
        case (_, .any): self
        case (.parts(let left), .parts(let right)): .parts(left.merging(right) { $0.joined($1) })
        case (.list(let left), .list(let right)): .list(left.map { one in right.map(one.joined) ?? one } ?? right)
        default: self
        }
    }

    /// Parts that many pages share, each filled by a sample of its own.
    private static let shared = [
        Field.samples(problem: "?").map { Shape(PageTree.unfold($0)) }.reduce(Shape.any) { $0.joined($1) },
        Shape(PageTree.unfold(Sheet.sample)),
        Shape(PageTree.unfold(Way("a", "/a", count: "1"))),
        Shape(PageTree.unfold(Empty(title: "a", text: "a", way: Way("a", "/a", count: "1")))),
    ]

    private var completed: Shape { Shape.shared.first { $0.names == names }?.joined(self) ?? self }

    private var names: Set<String>? { if case .parts(let parts) = self { Set(parts.keys) } else { nil } }

    /// Names that no sample fills, so that nobody can see or check them.
    func unfilled(_ path: String = "") -> [String] {
        switch completed {
        case .leaf: []
        case .any: [path]
        case .list(let item): item?.unfilled(path) ?? [path]
        case .parts(let parts): parts.sorted { $0.key < $1.key }.flatMap { $0.value.unfilled("\(path).\($0.key)") }
        }
    }
}
