import Language

/// An analysis as text: a line of JSON, or CoNLL-U.
struct AnalysisWriter {
    let analysis: AnalysedText
    let file: String

    func bytes(_ format: AnalyseCommand.Format) -> [UInt8] {
        switch format {
        case .json: json()
        case .conllu: conllu()
        case .count: count()
        }
    }

    private func count() -> [UInt8] {
        let sentences = analysis.sentenceStarts.count { $0 }
        let names = analysis.entityStarts.count { $0 }
        return Array("\(file)\t\(analysis.count) tokens\t\(sentences) sentences\t\(names) names\n".utf8)
    }

    /// `{"file", "tokens": [{"text", "start", "end", "tag", "pos", "morph", "lemma", "head", "dep", "sent_start", "ent"}]}`
    private func json() -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(analysis.count * 160 + 64)
        out += Array("{\"file\":".utf8)
        Self.append(file, to: &out)
        out += Array(",\"tokens\":[".utf8)
        var scalars = ScalarCounter(text: analysis.text)
        for token in 0..<analysis.count {
            if token > 0 { out.append(UInt8(ascii: ",")) }
            out += Array("{\"text\":".utf8)
            Self.append(analysis.string(token), to: &out)
            let start = scalars.count(to: Int(analysis.starts[token]))
            let end = scalars.count(to: Int(analysis.ends[token]))
            out += Array(",\"start\":\(start),\"end\":\(end)".utf8)
            let labels = analysis.labels
            let columns = [
                ("tag", labels.tags[Int(analysis.tags[token])]),
                ("pos", labels.partsOfSpeech[Int(analysis.partsOfSpeech[token])]),
                ("morph", labels.morphologies[Int(analysis.morphologies[token])]), ("lemma", analysis.lemmas[token]),
                ("dep", labels.dependencies[Int(analysis.dependencies[token])]), ("ent", entity(token)),
            ]
            for (name, value) in columns {
                out += Array(",\"\(name)\":".utf8)
                Self.append(value, to: &out)
            }
            out += Array(",\"head\":\(analysis.heads[token]),\"sent_start\":\(analysis.sentenceStarts[token])}".utf8)
        }
        out += Array("]}\n".utf8)
        return out
    }

    private func entity(_ token: Int) -> String {
        let label = Int(analysis.entityLabels[token])
        return label == 0 ? "O" : (analysis.entityStarts[token] ? "B-" : "I-") + analysis.labels.entities[label]
    }

    private func conllu() -> [UInt8] {
        var out = Array("# newdoc id = \(file)\n".utf8)
        let labels = analysis.labels
        var sentence = 0
        for token in 0..<analysis.count {
            if analysis.sentenceStarts[token] {
                if token > 0 { out.append(0x0a) }
                sentence = token
            }
            let head = Int(analysis.heads[token])
            var misc = analysis.spaceAfter[token] ? [] : ["SpaceAfter=No"]
            if entity(token) != "O" { misc.append("NER=\(entity(token))") }
            let columns = [
                "\(token - sentence + 1)", Self.field(analysis.string(token)), Self.field(analysis.lemmas[token]),
                labels.partsOfSpeech[Int(analysis.partsOfSpeech[token])], labels.tags[Int(analysis.tags[token])],
                labels.morphologies[Int(analysis.morphologies[token])], head == token ? "0" : "\(head - sentence + 1)",
                labels.dependencies[Int(analysis.dependencies[token])], "_", misc.joined(separator: "|"),
            ]
            out += Array(columns.map { $0.isEmpty ? "_" : $0 }.joined(separator: "\t").utf8)
            out.append(0x0a)
        }
        out.append(0x0a)
        return out
    }

    /// A field of CoNLL-U holds no tab and no line break.
    private static func field(_ text: String) -> String {
        String(text.map { $0 == "\t" ? "␉" : $0.isNewline ? "␤" : $0 })
    }

    private static func append(_ text: String, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
            case 0x00..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                out += Array("\\u00".utf8)
                out.append(digits[Int(byte >> 4)])
                out.append(digits[Int(byte & 15)])
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}

/// Counts Unicode scalars while it goes forward through a text.
struct ScalarCounter {
    private let text: [UInt8]
    private var at = 0
    private var scalars = 0

    init(text: [UInt8]) { self.text = text }

    /// How many scalars go before a byte that is not before the last one asked for.
    mutating func count(to byte: Int) -> Int {
        while at < byte {
            if text[at] & 0xc0 != 0x80 { scalars += 1 }
            at += 1
        }
        return scalars
    }
}
