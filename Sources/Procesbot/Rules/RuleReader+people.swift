extension RuleReader {
    /// Behind the comma that ends what someone does, stands what he gets or must do.
    func isVerb(_ index: Int, _ tokens: [Token]) -> Bool {
        let text = tokens[index].text
        return DutchSyntax.isFinite(index, in: tokens)
            || text.count > 3 && text.hasSuffix("t") && !FunctionWords.all.contains(text) && !tokens[index].isNumeric
    }

    /// `voor A en voor B` are two audiences, each of which is enough; so are `aan wie …, aan wie … en aan gezinnen die …`.
    func audiences(_ tokens: ArraySlice<Token>, _ mark: String = "voor") -> Condition? {
        let cut = tokens.indices.dropLast().first {
            tokens[$0 + 1].text == mark && ["en", "of"].contains(tokens[$0].text)
                || mark == "aan" && tokens[$0].mark == "," && ["aan", "en", "of"].contains(tokens[$0 + 1].text)
        }
        guard let cut else { return conditions.condition(tokens) }
        let first = tokens[cut].mark == nil ? tokens[..<cut] : tokens[...cut]
        let rest = tokens[(cut + 1)...].drop { ["en", "of", mark].contains($0.text) }
        let parts = [conditions.condition(first), audiences(rest, mark)].compactMap { $0 }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    /// `een gift aan wie in een schuldregeling zit`: what stands behind `aan` says to whom it goes.
    func recipients(_ tokens: [Token]) -> Int? {
        tokens.indices.dropFirst().dropLast().first {
            tokens[$0].text == "wie" && tokens[$0 - 1].text == "aan" && $0 > 1
        }
        .map { $0 + 1 }
    }

    /// `Wie een eigen bedrijf heeft, gaat …`, `Wie jonger is dan 21 jaar krijgt …`: where what holds for that person begins.
    func person(_ tokens: [Token]) -> Int? {
        guard tokens.count > 4, tokens[0].text == "wie", tokens.last?.mark != "?", !DutchSyntax.isFinite(1, in: tokens)
        else { return nil }
        let comma = tokens.indices.dropFirst(2).dropLast().first {
            tokens[$0].mark == "," && isVerb($0 + 1, tokens)
        }
        if let comma { return comma + 1 }
        let verbs = tokens.indices.dropFirst(2).filter {
            DutchSyntax.isFinite($0, in: tokens) && !followsArticle($0, tokens)
        }
        return verbs.count >= 2 ? verbs[1] : nil
    }

    /// `Voor klanten die …`, `geschikt voor …`, `bedoeld voor …`.
    func audience(_ tokens: [Token]) -> Int? {
        if tokens[0].text == "voor", tokens.prefix(4).contains(where: { $0.text == "die" || $0.text == "wie" }) {
            return 1
        }
        return tokens.indices.dropFirst().first { index in
            tokens[index].text == "voor" && ["geschikt", "bedoeld", "bestemd"].contains(tokens[index - 1].text)
        }.map { $0 + 1 }
    }
}
