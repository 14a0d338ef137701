import Basics
import Bibliotheek
import Procesbot
import Zaken

/// Makes the page of a question from the advice.
struct AdviesPageMaker {
    let words: Words
    /// The page of each cited version, by document and hash.
    let places: [SourceKey: String]
    /// Whether the reader can adopt steps.
    var mayAdopt = false
    /// The steps that the reader ticked before, counted from 1.
    var ticked: Set<Int> = []
    /// What is told of the question itself.
    var notices: [String] = []

    struct SourceKey: Hashable {
        let name: String
        let hash: String
    }

    func facts(_ advice: Advice, _ form: AdviesForm) -> [AdvicePart.Fact] {
        var seen: Set<String> = []
        let told = advice.facts.filter { advice.readsQuestion || $0.origin != "question" }
        return told.filter { seen.insert(($0.corrects ?? $0.fact) + $0.fact).inserted }.prefix(30).enumerated()
            .map { number, fact in self.fact(fact, number + 1, form) }
    }

    private func fact(_ fact: FoundFact, _ number: Int, _ form: AdviesForm) -> AdvicePart.Fact {
        let key = fact.corrects ?? fact.fact
        let said = form.correcties.last { $0.fact == key }?.says
        let (code, changed) =
            switch said {
            case .denied: ("nee", "")
            case .unknown: ("onbekend", "")
            case .changed(let text): ("anders", text)
            case nil: ("ja", "")
            }
        let tone = code == "nee" ? "no" : code == "onbekend" || fact.value.text != nil ? "unknown" : ""
        return AdvicePart.Fact(
            number: String(number), key: key, text: fact.fact,
            origin: words("advice.origin_\(code == "anders" ? "reader" : fact.origin)"), tone: tone,
            state: code == "ja"
                ? (tone == "unknown" ? words("advice.says_onbekend") : nil) : words("advice.says_\(code)"),
            changed: changed,
            says: ["ja", "nee", "onbekend", "anders"].map {
                Option($0, words("advice.says_\($0)"), chosen: $0 == code)
            }, isFixed: fact.origin == "computed")
    }

    func part(_ advice: Advice) -> AdvicePart {
        let missing = advice.missing.filter { !$0.isDanger }
        return AdvicePart(
            dangers: advice.missing.filter(\.isDanger).map(\.question), notices: notices,
            heading: words(advice.refused == nil ? "advice.route" : "advice.route_refused"),
            certainty: advice.refused == nil ? certainty(advice) : nil,
            meaning: advice.refused == nil ? meaning(of: advice) : "",
            readAs: advice.readAs.isEmpty
                ? nil
                : advice.readAs.map { words("advice.read_as", ["written": $0.written, "meant": $0.meant]) }
                    .joined(separator: " "),
            refused: advice.refused.map { refused($0, advice) },
            route: route(advice.route, also: advice.also),
            missing: missing.isEmpty
                ? nil : AdvicePart.Missing(questions: missing.map { .init(question: $0.question) }),
            conflicts: advice.conflicts.isEmpty
                ? nil
                : AdvicePart.Conflicts(
                    pairs: advice.conflicts.map {
                        .init(about: ShownQuote.withoutCodes($0.about), sources: $0.sources.map(source))
                    }),
            tell: say(advice.tell), handover: say(advice.handover))
    }

    /// How often an advice with that word was right; asked from a zaak that is less often than of a question by itself.
    private func meaning(of advice: Advice) -> String {
        let key = "advice.means_\(advice.certainty)"
        let isOnZaak = advice.facts.contains { $0.origin == "zaak" }
        return (isOnZaak ? words.text(key + "_zaak") : nil) ?? words(key)
    }

    private func certainty(_ advice: Advice) -> Chip {
        switch advice.certainty {
        case .clear: Chip(words("advice.certain_clear"), "calm")
        case .likely: Chip(words("advice.certain_likely"), "note")
        case .possible: Chip(words("advice.certain_possible"), "attention")
        case .insufficient: Chip(words("advice.certain_insufficient"), "unknown")
        }
    }

    /// Why there is no advice, in a word: each kind its own.
    private func reason(_ refusal: Procesbot.Refusal) -> Chip {
        let word = words("advice.refused_\(refusal.reason.rawValue.replacing("-", with: "_"))")
        return switch refusal.reason {
        case .noSupport, .outsideSubject, .emptyQuestion: Chip(word, "unknown")
        case .asksDecision, .asksAct, .contradiction: Chip(word, "attention")
        case .asksOthersData, .changesRules: Chip(word, "urgent")
        }
    }

    private func refused(_ refusal: Procesbot.Refusal, _ advice: Advice) -> AdvicePart.Refused {
        AdvicePart.Refused(
            reason: reason(refusal), title: words("advice.refused_title"), text: refusal.explanation,
            instead: refusal.instead,
            near: advice.near.isEmpty ? nil : AdvicePart.Near(sources: advice.near.map(source)))
    }

    /// The first steps openly, the others folded away.
    private func route(_ route: [AdviceStep], also: [AdviceStep]) -> AdvicePart.Route? {
        let steps = route + also
        guard !steps.isEmpty else { return nil }
        let all = steps.indices.map { step(steps[$0], $0 + 1, after: $0 > 0 ? steps[$0 - 1] : nil) }
        let rest = all.dropFirst(Self.open)
        return AdvicePart.Route(
            steps: Array(all.prefix(Self.open)),
            rest: rest.isEmpty
                ? nil
                : AdvicePart.Rest(
                    label: words("advice.more_steps", count: rest.count), start: String(Self.open + 1),
                    steps: Array(rest)))
    }

    private static let open = 6

    private func step(_ step: AdviceStep, _ number: Int, after before: AdviceStep?) -> AdvicePart.Step {
        let isQuote =
            step.sources.count == 1 && step.sources.allSatisfy { Self.plain($0.quote) == Self.plain(step.step) }
        let (lead, items) = Self.listed(step.step)
        return AdvicePart.Step(
            step: lead, items: items, isQuote: isQuote, why: step.why == before?.why ? nil : step.shownWhy,
            sources: step.sources.map { source($0, quoted: !isQuote && !($0.isDrawing && $0.quote.hasPrefix("|"))) },
            number: String(number), mayTick: mayAdopt && !step.isExcluded, ticked: ticked.contains(number))
    }

    /// `Neem mee: - de naam; - de oorzaak.`: what announces a list, and the list; the whole where it holds none.
    static func listed(_ step: String) -> (lead: String, items: [String]) {
        let parts = step.split(separator: " - ").reduce(into: [String]()) { parts, piece in
            // A dash inside a sentence is none of a list.
            guard let last = parts.last, !Self.closings.contains(where: last.hasSuffix) else {
                return parts.append(String(piece))
            }
            parts[parts.count - 1] = last + " - " + piece
        }
        guard let lead = parts.first, lead.hasSuffix(":"), parts.count > 1 else { return (step, []) }
        return (lead, Array(parts.dropFirst()))
    }

    /// What an item of a list, or what announces it, ends in.
    private static let closings = [":", ";", ".", "; of", "; en", ", of", ", en"]

    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func say(_ steps: [AdviceStep]) -> AdvicePart.Say? {
        let lines = steps.prefix(6).compactMap { step in
            step.sources.first.map { AdvicePart.Line(text: step.step, path: source($0).path, label: source($0).label) }
        }
        return lines.isEmpty ? nil : AdvicePart.Say(lines: lines)
    }

    func source(_ source: QuotedSource) -> AdvicePart.Source { self.source(source, quoted: true) }

    private func source(_ source: QuotedSource, quoted: Bool) -> AdvicePart.Source {
        let edition = source.edition.map { " " + $0 } ?? ""
        let page = source.page.map { ", " + words("library.page", ["n": String($0)]) } ?? ""
        let heading = source.shownHeading.isEmpty ? words("advice.unnamed_step") : source.shownHeading
        let place = places[SourceKey(name: source.document, hash: source.hash)] ?? LibraryPaths.list()
        return AdvicePart.Source(
            quote: quoted ? ShownQuote.text(source.quote, of: source) : nil,
            label: "\(source.title)\(edition), \(heading)\(page)",
            path: "\(place)?citaat=\(source.range.lowerBound)-\(source.range.upperBound)#citaat")
    }
}

extension AdvicePart {
    typealias Fact = AdviesPage.Fact
}

extension Advice {
    /// Whether what the question says are facts of a case, and not an order to the bot or someone else's data.
    fileprivate var readsQuestion: Bool {
        switch refused?.reason {
        case .changesRules, .asksOthersData, .emptyQuestion: false
        case .noSupport, .outsideSubject, .asksDecision, .asksAct, .contradiction, nil: true
        }
    }

    /// Everything it quotes.
    var sources: [QuotedSource] {
        (route + also + tell + handover).flatMap(\.sources) + conflicts.flatMap(\.sources) + near
    }
}
