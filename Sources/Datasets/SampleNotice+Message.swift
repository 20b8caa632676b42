extension SampleNotice {
    static func text(for subject: Subject, in language: String) -> String {
        switch (subject, language) {
        case (.imdbReviews, "ko"):
            """
            참고: imdb.npz 파일이 없어서 IMDB 리뷰 대신 자동으로 생성한 예제 말뭉치를 사용합니다. \(remedy(in: language))
            """
        case (.imdbReviews, "ja"):
            """
            注: imdb.npz が見つからないため、IMDB のレビューの代わりに自動生成したサンプルコーパスを使います。\(remedy(in: language))
            """
        case (.imdbReviews, _):
            """
            Note: there is no imdb.npz, so a generated sample corpus stands in for the IMDB reviews. \
            \(remedy(in: language))
            """
        case (.imdbWordIndex, "ko"):
            "참고: 예제 말뭉치의 단어 인덱스를 사용합니다. \(remedy(in: language))"
        case (.imdbWordIndex, "ja"):
            "注: サンプルコーパスの単語インデックスを使います。\(remedy(in: language))"
        case (.imdbWordIndex, _):
            "Note: this is the word index of the sample corpus. \(remedy(in: language))"
        case (.reuters, "ko"):
            "참고: reuters.npz 파일이 없어서 로이터 뉴스 대신 자동으로 생성한 예제 데이터를 사용합니다. \(remedy(in: language))"
        case (.reuters, "ja"):
            "注: reuters.npz が見つからないため、ロイターのニュースの代わりに自動生成したサンプルデータを使います。\(remedy(in: language))"
        case (.reuters, _):
            "Note: there is no reuters.npz, so generated sample data stands in for the Reuters newswires. \(remedy(in: language))"
        case (.reutersWordIndex, "ko"):
            "참고: reuters_word_index.json 파일이 없어서 로이터 단어 인덱스 대신 자동으로 생성한 예제 데이터를 사용합니다. \(remedy(in: language))"
        case (.reutersWordIndex, "ja"):
            "注: reuters_word_index.json が見つからないため、ロイターの単語インデックスの代わりに自動生成したサンプルデータを使います。\(remedy(in: language))"
        case (.reutersWordIndex, _):
            "Note: there is no reuters_word_index.json, so generated sample data stands in for the word index of Reuters. \(remedy(in: language))"
        case (.fashion, "ko"):
            "참고: train-images-idx3-ubyte.gz 파일이 없어서 Fashion-MNIST 이미지 대신 자동으로 생성한 예제 데이터를 사용합니다. \(remedy(in: language))"
        case (.fashion, "ja"):
            "注: train-images-idx3-ubyte.gz が見つからないため、Fashion-MNIST の画像の代わりに自動生成したサンプルデータを使います。\(remedy(in: language))"
        case (.fashion, _):
            "Note: there is no train-images-idx3-ubyte.gz, so generated sample data stands in for the images of Fashion-MNIST. \(remedy(in: language))"
        case (.nsmc, "ko"):
            "참고: ratings_train.txt 파일이 없어서 네이버 영화 리뷰 대신 자동으로 생성한 예제 데이터를 사용합니다. \(remedy(in: language))"
        case (.nsmc, "ja"):
            "注: ratings_train.txt が見つからないため、NAVER 映画レビューの代わりに自動生成したサンプルデータを使います。\(remedy(in: language))"
        case (.nsmc, _):
            "Note: there is no ratings_train.txt, so generated sample data stands in for the NAVER film reviews. \(remedy(in: language))"
        }
    }

    private static func remedy(in language: String) -> String {
        switch language {
        case "ko":
            """
            실제 데이터는 Keras가 쓰는 파일을 ~/.keras/datasets에 두거나, 파일이 있는 폴더를 `--data 폴더` 옵션이나 HANJI_DATA \
            환경 변수로 지정하면 사용할 수 있습니다.
            """
        case "ja":
            """
            実際のデータは、Kerasのファイルを ~/.keras/datasets に置くか、ファイルのあるフォルダーを `--data フォルダー` オプションまたは \
            環境変数 HANJI_DATA で指定すると使えます。
            """
        default:
            """
            For the real data put Keras's files into ~/.keras/datasets, or name the directory that holds them with \
            `--data DIR` or the environment variable HANJI_DATA.
            """
        }
    }
}
