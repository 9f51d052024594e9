<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>neural_explorer</name>
    <message>
      <location filename="assets/experiments" />
      <source>28 rows of 28 pixels through two layers of LSTM. Needs 12 MB of data.</source>
      <translation>28 行、每行 28 个像素，通过两层 LSTM。需要 12 MB 数据。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>64 × 6 × 6 or 64 × 8 × 8? Find out why.</source>
      <translation>64 × 6 × 6 还是 64 × 8 × 8？找出原因。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>70 of 100 sentences find their chapter by counting alone: the line to beat.</source>
      <translation>单靠计数，100 句有 70 句找对章节：这是要超过的线。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>784 – 128 – 10 on handwritten digits. Needs 12 MB of data.</source>
      <translation>手写数字上的 784 – 128 – 10。需要 12 MB 数据。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>93 322 parameters that read handwriting. Needs 12 MB of data.</source>
      <translation>93 322 个参数读懂手写字。需要 12 MB 数据。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A U-Net takes the noise away; its skips carry the strokes across.</source>
      <translation>U-Net 去掉噪声；它的跳接把笔画带过去。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A boundary that bends where it must.</source>
      <translation>在必须弯曲处弯曲的边界。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A digit as 64 numbers</source>
      <translation>数字就是 64 个数</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A digit passes through eight numbers, and comes back readable.</source>
      <translation>一个数字穿过八个数，出来仍然可读。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A digit, row by row</source>
      <translation>逐行读一个数字</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A discriminator too strong</source>
      <translation>过强的判别器</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A gradient that explodes</source>
      <translation>爆炸的梯度</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A gradient that vanishes</source>
      <translation>消失的梯度</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A language model reads a manual</source>
      <translation>语言模型阅读 Python 手册</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A learning rate too high</source>
      <translation>过高的学习率</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A learning rate too low</source>
      <translation>过低的学习率</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A loss that climbs</source>
      <translation>不断上升的损失</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A loss that is no number</source>
      <translation>不是数的损失</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A memory without gates</source>
      <translation>没有门的记忆</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A motif in the noise</source>
      <translation>噪声中的特征波形</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A plateau</source>
      <translation>停滞不前</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A residual network learns corrections, so depth does no harm.</source>
      <translation>残差网络学的是修正量，所以加深也无妨。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A ring around a disc</source>
      <translation>圆盘外的圆环</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A straight line cannot part circles, however long it is trained.</source>
      <translation>一条直线分不开圆环，训练多久都不行。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A vision transformer reads an image as sixteen squares.</source>
      <translation>视觉 Transformer 把图像读成十六个方块。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A way around every block</source>
      <translation>绕过每一块的路</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>A word from its neighbours</source>
      <translation>由邻词猜词</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Add the two marked ones: an error below 0.167 means that something is remembered.</source>
      <translation>把两个有标记的数相加：误差低于 0.167 就说明记住了些什么。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>An embedding, one LSTM layer and four classes. Needs 31 MB of data.</source>
      <translation>一个嵌入、一层 LSTM、四个类别。需要 31 MB 数据。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Attention that reverses a word</source>
      <translation>把单词倒过来的注意力</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>CNN</source>
      <translation>CNN</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Convolutions that paint</source>
      <translation>会作画的卷积</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Counted words</source>
      <translation>数单词</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Counting a wave</source>
      <translation>数一个波</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Counts and Bayes’ rule</source>
      <translation>计数与贝叶斯法则</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Digits out of the noise</source>
      <translation>从噪声中找回数字</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Do the brackets match?</source>
      <translation>括号配对吗？</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Eight clouds, all of them found</source>
      <translation>八朵云，全部找到</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Eight clouds, some of them lost</source>
      <translation>八朵云，丢失几朵</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Eight rows of a digit, and where each of them looks.</source>
      <translation>一个数字的八行，以及每一行看向哪里。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Eight rows pass by, and the memory has to keep what matters.</source>
      <translation>八行依次经过，记忆要留住重要的东西。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Every word is scored, their weighted sum decides: right in 68 of 100, counting in 70.</source>
      <translation>每个单词得到评分，由加权和决定：100 句对 68 句，计数对 70 句。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Everything is right but the steps, which would take for ever.</source>
      <translation>一切都对，只是步子太小，永远走不到。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Feature maps of a digit</source>
      <translation>数字的特征图</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Filters find it wherever it lies; ramp and cliff differ in the direction of time.</source>
      <translation>滤波器无论在哪里都能找到它；缓升与陡升只在时间方向上不同。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Five convolutions and dropout</source>
      <translation>五层卷积与随机失活</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Forgetting a wave</source>
      <translation>忘记一个波</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Forty normalised blocks: on its way back the gradient grows hundredfold.</source>
      <translation>四十个归一化模块：梯度往回传时增大数百倍。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>From noise to handwriting, one square at a time.</source>
      <translation>从噪声到手写字，一格一格地长出来。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>GAN</source>
      <translation>GAN</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Handwriting out of noise</source>
      <translation>从噪声中长出手写字</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Handwriting, row by row</source>
      <translation>逐行读手写字</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>How many there are tells nothing: only a memory like a stack knows.</source>
      <translation>数个数没有用：只有像栈一样的记忆才知道。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Instance noise that fades keeps every one of them.</source>
      <translation>逐渐消退的实例噪声让每一朵都被保住。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>It learns a hundred times as fast, and the generator hears only “wrong”.</source>
      <translation>它学得快一百倍，生成器听到的只有“错”。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>LeNet-5, as printed</source>
      <translation>原样的 LeNet-5</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Learned by heart</source>
      <translation>死记硬背</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Letters become words within a minute.</source>
      <translation>一分钟之内，字母变成单词。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Letters into order</source>
      <translation>给字母排序</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>MLP</source>
      <translation>MLP</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>March becomes 03</source>
      <translation>March 变成 03</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Momentum and long steps: the network ends worse than it began.</source>
      <translation>动量加上大步子：网络最后比开始时还差。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>News read word by word</source>
      <translation>逐词读新闻</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>No straight line will do: watch the boundary close.</source>
      <translation>直线行不通：看边界怎样合拢。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Nothing bends and the steps are huge: numbers grow until none can hold them.</source>
      <translation>没有非线性，步子又极大：数不断增大，直到无法表示。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>One encoder and one decoder layer: the decoder looks up the next letter of the alphabet.</source>
      <translation>编码器、解码器各一层：解码器去找字母表里的下一个字母。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>One number out: how many cycles were there?</source>
      <translation>只输出一个数：有几个周期？</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>One weight for every word and class: 64 of 100 sentences find their chapter.</source>
      <translation>每个单词对每个类别一个权重：100 句有 64 句找对章节。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>One word predicts the company that it keeps.</source>
      <translation>一个单词预测与它为伴的单词。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Open the gates and see what is kept.</source>
      <translation>打开各个门，看看留下了什么。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Painting with stamps</source>
      <translation>用印章作画</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Pairs of small windows</source>
      <translation>成对的小窗口</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>RNN</source>
      <translation>RNN</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Read word by word, 65 of 100 sentences find their chapter; mere counting finds 70.</source>
      <translation>逐词读，100 句有 65 句找对章节；单靠计数能找对 70 句。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Remembering a wave</source>
      <translation>记住一个波</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Rows that look at each other</source>
      <translation>互相观看的行</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Say it again</source>
      <translation>再说一遍</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>See edges, then strokes, then a decision.</source>
      <translation>先看到边缘，再看到笔画，然后是决定。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>See where each part of a date comes from, however it was written.</source>
      <translation>无论怎样书写，都能看到日期的每一部分从何而来。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Six letters, a pause, the same letters: what is carried across, and what gets lost?</source>
      <translation>六个字母，一段停顿，同样的字母：什么被带了过去，什么丢失了？</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Six shapes, whatever their colour, texture, size and turn: what do filters keep?</source>
      <translation>六种形状，不管颜色、纹理、大小和朝向：滤波器保留了什么？</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Six sigmoids in a row: the first blocks hear a millionth of the loss.</source>
      <translation>六个 sigmoid 相连：最前面的模块只能感受到损失的百万分之一。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Sixty-four numbers in eight</source>
      <translation>六十四个数压成八个</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Squares as words</source>
      <translation>把方块当作词</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Steps a hundred times too long throw ReLUs where no digit wakes them.</source>
      <translation>步子大了一百倍，把 ReLU 甩到任何数字都激活不了的地方。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The GRU reads the same rows with a simpler memory.</source>
      <translation>GRU 用更简单的记忆读同样的行。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The LSTM’s shorter sister on the same rows. Needs 12 MB of data.</source>
      <translation>LSTM 的简化姊妹，读同样的行。需要 12 MB 数据。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The first boundary that has to bend.</source>
      <translation>第一条必须弯曲的边界。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The first recurrent cell: everything is mixed in at every row.</source>
      <translation>最早的循环单元：每读一行，一切都混在一起。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The first recurrent network</source>
      <translation>最早的循环网络</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The first steps jump far over the valley that they look for.</source>
      <translation>最初几步远远越过了要找的谷底。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The gaps are filled from both sides, so every word is understood.</source>
      <translation>空缺由两侧补上，所以每个单词都要理解。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The generator is a deep convolutional network. Needs 12 MB of data.</source>
      <translation>生成器是一个深层卷积网络。需要 12 MB 数据。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The mistake on page 3</source>
      <translation>第 3 页上的错误</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The neighbours from a word</source>
      <translation>由词猜邻词</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The network of 2012, scaled to 32 × 32 pixels. Needs 170 MB of data.</source>
      <translation>2012 年的那个网络，缩小到 32 × 32 像素。需要 170 MB 数据。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The same pictures, another question: a network that is asked keeps the place.</source>
      <translation>同样的图片，另一个问题：被问到位置，网络就会记住位置。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The simplest network that reads: a sum, a bend, a decision.</source>
      <translation>最简单的会读的网络：求和、弯曲、决定。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The textbook network. Needs 170 MB of data.</source>
      <translation>教科书中的网络。需要 170 MB 数据。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The textbook’s contest on 60 000 digits. Needs 12 MB of data.</source>
      <translation>教科书中的较量，60 000 个数字。需要 12 MB 数据。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The textbook’s first network</source>
      <translation>教科书的第一个网络</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The textbook’s network with its size put right. Needs 170 MB of data.</source>
      <translation>教科书中的网络，尺寸已改正。需要 170 MB 数据。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>The words that decide</source>
      <translation>起决定作用的单词</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Thirty-six symbols</source>
      <translation>三十六个符号</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Three convolutions</source>
      <translation>三层卷积</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Three widths of reading</source>
      <translation>三种阅读宽度</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Too many weights for so few sentences: validation gets worse and worse.</source>
      <translation>句子这么少，权重却太多：验证结果越来越差。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Transformer</source>
      <translation>Transformer</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Transposed convolutions grow a digit from a seed of 2 × 2.</source>
      <translation>转置卷积从 2 × 2 的种子长出一个数字。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Two 3 × 3 windows see as far as one 5 × 5. Needs 170 MB of data.</source>
      <translation>两个 3 × 3 窗口看到的范围与一个 5 × 5 相同。需要 170 MB 数据。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Two convolutions in colour</source>
      <translation>彩色图像的两层卷积</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Two gates instead of three</source>
      <translation>两个门代替三个</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Two networks in a contest</source>
      <translation>两个网络的较量</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Two numbers to remember</source>
      <translation>要记住的两个数</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Watch one head discover the mirror.</source>
      <translation>看一个头怎样发现镜像。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Weights grow until tanh answers only −1 or 1, and nothing passes back.</source>
      <translation>权重一直增大，直到 tanh 只输出 −1 或 1，梯度再也传不回来。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>What makes a star a star</source>
      <translation>星形何以为星形</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Where is it?</source>
      <translation>它在哪里？</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Which chapter is this from?</source>
      <translation>这出自哪一章？</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Windows of three, four and five words: right in 65 of 100, where counting finds 70.</source>
      <translation>三、四、五个单词的窗口：100 句对 65 句，而计数能找对 70 句。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Without gates the beginning fades, and the gradient with it.</source>
      <translation>没有门，开头就会淡去，梯度也一样。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Without that noise, and with a faster discriminator: some are given up.</source>
      <translation>没有那种噪声，判别器又学得更快：有些就被放弃了。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Words hidden in sentences</source>
      <translation>藏在句子里的单词</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Words in similar company get similar vectors.</source>
      <translation>处境相似的单词得到相似的向量。</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>Written by the program, as many as you like: which of them look alike?</source>
      <translation>由程序书写，要多少有多少：其中哪些看起来相像？</translation>
    </message>
    <message>
      <location filename="assets/experiments" />
      <source>h = f(Wx + Uh + b), letter after letter: it writes, but soon forgets.</source>
      <translation>h = f(Wx + Uh + b)，逐字母进行：会写，但很快就忘。</translation>
    </message>
    <message>
      <location filename="explorer.added" />
      <source>Added sample</source>
      <translation>添加的样本</translation>
    </message>
    <message>
      <location filename="explorer.added" />
      <source>How the values are kept: bytes, tokens or floating-point numbers.</source>
      <translation>数值的保存方式：字节、词元或浮点数。</translation>
    </message>
    <message>
      <location filename="explorer.added" />
      <source>The number of its class, counted from 0.</source>
      <translation>所属类别的编号，从 0 数起。</translation>
    </message>
    <message>
      <location filename="explorer.added" />
      <source>The packed values of the sample.</source>
      <translation>样本压缩后的数值。</translation>
    </message>
    <message>
      <location filename="explorer.added" />
      <source>Type</source>
      <translation>类型</translation>
    </message>
    <message>
      <location filename="explorer.added" />
      <source>Values</source>
      <translation>数值</translation>
    </message>
    <message>
      <location filename="explorer.alarms.dead_units" />
      <source>Dead units</source>
      <translation>死亡单元</translation>
    </message>
    <message>
      <location filename="explorer.alarms.dead_units" />
      <source>Lower the learning rate, choose Leaky ReLU, ELU or GELU, or put a normalisation before this block. Units that are dead stay so: begin the run again.</source>
      <translation>请降低学习率，改用 Leaky ReLU、ELU 或 GELU，或在此模块之前加入归一化。死亡的单元不会复活：请重新开始运行。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.dead_units" />
      <source>Units that answer zero to every sample get no gradient, so they never learn again, and the network is smaller than it looks.</source>
      <translation>对所有样本都输出零的单元得不到梯度，再也学不到东西，网络实际上比看起来小。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.dead_units" />
      <source>{figure} of the {num_units} units are dead: none of the samples wakes them (limit {threshold}).</source>
      <translation>{num_units} 个单元中有 {figure} 已经死亡：没有任何样本能激活它们（界限 {threshold}）。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.diverging" />
      <source>Diverging loss</source>
      <translation>损失发散</translation>
    </message>
    <message>
      <location filename="explorer.alarms.diverging" />
      <source>Lower the learning rate or the momentum, clip the gradient, or warm up; then begin the run again.</source>
      <translation>请降低学习率或动量，裁剪梯度，或使用预热；然后重新开始运行。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.diverging" />
      <source>The loss rises instead of falling: the network is worse than it was before training.</source>
      <translation>损失不降反升：网络比训练之前还差。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.diverging" />
      <source>The training loss is {loss}, {figure} times what it was before training (limit {threshold}). This block is moved farthest by every step.</source>
      <translation>训练损失为 {loss}，是训练之前的 {figure} 倍（界限 {threshold}）。每一步中变动最大的是此模块。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.exploding_gradient" />
      <source>Clip the gradient, put residual blocks around the blocks between here and the end, or take some of them out.</source>
      <translation>请裁剪梯度，用残差块包住此处到末尾之间的模块，或去掉其中一些。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.exploding_gradient" />
      <source>Exploding gradient</source>
      <translation>梯度爆炸</translation>
    </message>
    <message>
      <location filename="explorer.alarms.exploding_gradient" />
      <source>The first blocks are thrown about by steps that are far too long for them, while the last ones hardly move: no learning rate suits both.</source>
      <translation>前面的模块因步子过大而来回乱跳，最后的模块却几乎不动：没有一个学习率能兼顾两者。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.exploding_gradient" />
      <source>The gradient that reaches this block is {figure} times that of the network's last block (limit {threshold}).</source>
      <translation>到达此模块的梯度是网络最后一个模块的 {figure} 倍（界限 {threshold}）。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.gan_collapse" />
      <source>Add instance noise or an R1 penalty (Training, Objective), choose another loss, or slow the discriminator down.</source>
      <translation>请加入实例噪声或 R1 惩罚（训练，目标），换一种损失，或让判别器慢一些。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.gan_collapse" />
      <source>Collapsed generator</source>
      <translation>生成器坍缩</translation>
    </message>
    <message>
      <location filename="explorer.alarms.gan_collapse" />
      <source>The generator has given up whole kinds of samples: it fools the discriminator with the few that it makes.</source>
      <translation>生成器放弃了整类样本：它只用少数几类来骗过判别器。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.gan_collapse" />
      <source>The generator makes {figure} of the kinds of real samples (limit {threshold}), and not more of them than a while ago.</source>
      <translation>真实样本的种类中，生成器只能生成 {figure}（界限 {threshold}），而且一段时间以来没有增加。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.gan_imbalance" />
      <source>Discriminator too strong</source>
      <translation>判别器过强</translation>
    </message>
    <message>
      <location filename="explorer.alarms.gan_imbalance" />
      <source>Lower the discriminator's learning rate (Training, Discriminator's optimiser), make it smaller, or add instance noise.</source>
      <translation>请降低判别器的学习率（训练，判别器的优化器），缩小判别器，或加入实例噪声。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.gan_imbalance" />
      <source>The discriminator takes real samples for real with {real} and made ones with {made}: the gap is {figure} (limit {threshold}).</source>
      <translation>判别器认为真实样本为真的概率是 {real}，认为生成样本为真的概率是 {made}：相差 {figure}（界限 {threshold}）。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.gan_imbalance" />
      <source>The discriminator tells every made sample from every real one, so sure of itself that the generator gets hardly any gradient.</source>
      <translation>判别器能把每个生成样本与真实样本区分开，而且非常确信，以致生成器几乎得不到梯度。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.not_finite" />
      <source>A number became too large to be held. From there on everything that is computed from it is no number either, and the update spreads it to every weight.</source>
      <translation>某个数大到无法表示。此后由它算出的一切也不再是数，而更新又把它带到每个权重。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.not_finite" />
      <source>At step {step} the loss became {value}, although every block still answered finite numbers. This block's answer is the one that was too large for the loss.</source>
      <translation>在第 {step} 步，损失变成了 {value}，尽管每个模块的输出仍是有限数。对损失来说过大的是此模块的输出。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.not_finite" />
      <source>At step {step} the loss became {value}, and the update after it has spoilt every block. At the last checkup before, this one was moved farthest in a step.</source>
      <translation>在第 {step} 步，损失变成了 {value}，随后的更新毁掉了所有模块。在此之前的最后一次检查中，一步里变动最大的是此模块。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.not_finite" />
      <source>At step {step} the loss became {value}. This is the first block whose answer or weights were no finite numbers.</source>
      <translation>在第 {step} 步，损失变成了 {value}。此模块是第一个输出或权重不再是有限数的模块。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.not_finite" />
      <source>Loss is not a number</source>
      <translation>损失不是数</translation>
    </message>
    <message>
      <location filename="explorer.alarms.not_finite" />
      <source>Lower the learning rate, clip the gradient, or put a normalisation before this block; then begin the run again.</source>
      <translation>请降低学习率，裁剪梯度，或在此模块之前加入归一化；然后重新开始运行。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.overfitting" />
      <source>Over-fitting</source>
      <translation>过拟合</translation>
    </message>
    <message>
      <location filename="explorer.alarms.overfitting" />
      <source>Since step {best_step} the validation loss has risen from {best} to {now}, while the training loss fell from {train_then} to {train_now}: a rise by {figure} of the loss before training (limit {threshold}). This block has the most weights to remember samples with.</source>
      <translation>从第 {best_step} 步起，验证损失从 {best} 升到 {now}，而训练损失从 {train_then} 降到 {train_now}：升幅相当于训练之前损失的 {figure}（界限 {threshold}）。此模块的权重最多，最能记住样本。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.overfitting" />
      <source>Stop early (Training, Early stopping), take more samples, add dropout or weight decay, or make this block smaller.</source>
      <translation>请提前停止（训练，提前停止），增加样本，加入随机失活或权重衰减，或缩小此模块。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.overfitting" />
      <source>The network learns its training samples by heart: it gets better at them, and worse at all that it has not seen.</source>
      <translation>网络把训练样本背了下来：在这些样本上越来越好，在没见过的样本上却越来越差。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.plateau" />
      <source>For {num_steps} steps the training loss has stood at {loss}, {figure} of what it was before training (limit {threshold}). This block is moved least by every step.</source>
      <translation>训练损失已有 {num_steps} 步停在 {loss}，为训练之前的 {figure}（界限 {threshold}）。每一步中变动最小的是此模块。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.plateau" />
      <source>Give the network more blocks or units, or another learning rate; look whether its gradient vanishes or its units are dead.</source>
      <translation>请给网络更多模块或单元，或换一个学习率；并查看梯度是否消失、单元是否死亡。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.plateau" />
      <source>Plateau</source>
      <translation>停滞</translation>
    </message>
    <message>
      <location filename="explorer.alarms.plateau" />
      <source>The loss does not fall although it is hardly lower than before training: nothing is learned.</source>
      <translation>损失几乎不比训练之前低，却不再下降：什么也没有学到。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.rate_high" />
      <source>Learning rate too high</source>
      <translation>学习率过高</translation>
    </message>
    <message>
      <location filename="explorer.alarms.rate_high" />
      <source>Lower the learning rate to a tenth, then to a third, as long as it helps, or warm up; then begin the run again.</source>
      <translation>请把学习率降到十分之一，再降到三分之一，只要有帮助就继续，或使用预热；然后重新开始运行。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.rate_high" />
      <source>Lower the learning rate to a tenth, then to a third, as long as it helps; then begin the run again.</source>
      <translation>请把学习率降到十分之一，再降到三分之一，只要有帮助就继续；然后重新开始运行。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.rate_high" />
      <source>One step changes the weights by {figure} of their size (limit {threshold}); about 0.001 is usual.</source>
      <translation>一步使权重改变其大小的 {figure}（界限 {threshold}）；通常约为 0.001。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.rate_high" />
      <source>Steps are so long that they jump over what they are to find: the loss rises or wanders instead of falling.</source>
      <translation>步子太大，越过了要找的地方：损失不降反升，或来回游荡。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.rate_high" />
      <source>Within the first {num_steps} steps the loss rose to {figure} times what it was before training (limit {threshold}).</source>
      <translation>在最初 {num_steps} 步内，损失升到训练之前的 {figure} 倍（界限 {threshold}）。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.rate_low" />
      <source>Learning rate too low</source>
      <translation>学习率过低</translation>
    </message>
    <message>
      <location filename="explorer.alarms.rate_low" />
      <source>No block's weights change by more than {figure} of their size in a step (limit {threshold}); about 0.001 is usual. The loss is still at {share} of what it was before training.</source>
      <translation>一步之内，没有任何模块的权重改变超过其大小的 {figure}（界限 {threshold}）；通常约为 0.001。损失仍是训练之前的 {share}。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.rate_low" />
      <source>Raise the learning rate to ten times as much, as long as the loss falls faster.</source>
      <translation>请把学习率提高到十倍，只要损失下降得更快就继续。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.rate_low" />
      <source>Steps are so short that training would take for ever.</source>
      <translation>步子太小，训练将永远结束不了。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.saturated_units" />
      <source>Lower the learning rate, put a normalisation before this block, or choose ReLU or GELU.</source>
      <translation>请降低学习率，在此模块之前加入归一化，或改用 ReLU 或 GELU。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.saturated_units" />
      <source>Saturated units</source>
      <translation>饱和单元</translation>
    </message>
    <message>
      <location filename="explorer.alarms.saturated_units" />
      <source>Units that lie on a flat end of tanh or sigmoid let hardly any gradient pass, so neither they nor the blocks before them learn.</source>
      <translation>处在 tanh 或 sigmoid 平坦两端的单元几乎不让梯度通过，因此它们自己和前面的模块都学不到东西。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.saturated_units" />
      <source>{figure} of the {num_units} units are saturated: they answer one of the two extremes to nearly every sample (limit {threshold}).</source>
      <translation>{num_units} 个单元中有 {figure} 已经饱和：它们对几乎所有样本都输出两个极端值之一（界限 {threshold}）。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.vanishing_gradient" />
      <source>The first blocks hear almost nothing of the loss, so they stay as they were drawn at random, and the blocks behind them work on noise.</source>
      <translation>前面的模块几乎感受不到损失，因此停留在随机初始化的状态，后面的模块只能处理噪声。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.vanishing_gradient" />
      <source>Use ReLU or GELU instead of sigmoid and tanh, put normalisations between the blocks, residual blocks around them, or take some out.</source>
      <translation>请用 ReLU 或 GELU 代替 sigmoid 和 tanh，在模块之间加入归一化，用残差块包住它们，或去掉一些。</translation>
    </message>
    <message>
      <location filename="explorer.alarms.vanishing_gradient" />
      <source>Vanishing gradient</source>
      <translation>梯度消失</translation>
    </message>
    <message>
      <location filename="explorer.block_edits" />
      <source>Choose one of: {choices}.</source>
      <translation>请从中选择：{choices}。</translation>
    </message>
    <message>
      <location filename="explorer.block_edits" />
      <source>Select a block that has others inside, such as a residual block.</source>
      <translation>请选择内部含有其他模块的模块，例如残差块。</translation>
    </message>
    <message>
      <location filename="explorer.block_edits" />
      <source>Select blocks that follow one another.</source>
      <translation>请选择前后相连的模块。</translation>
    </message>
    <message>
      <location filename="explorer.block_edits" />
      <source>There is no kind {kind} here.</source>
      <translation>这里没有种类 {kind}。</translation>
    </message>
    <message>
      <location filename="explorer.block_edits" />
      <source>These blocks do not lie side by side in one stack.</source>
      <translation>这些模块在同一个堆叠中并不相邻。</translation>
    </message>
    <message>
      <location filename="explorer.block_edits" />
      <source>{label} has no blocks inside that could take its place.</source>
      <translation>{label}内部没有可以取代它的模块。</translation>
    </message>
    <message>
      <location filename="explorer.block_text" />
      <source>Copy blocks first, or write them as JSON, such as {example}.</source>
      <translation>请先复制模块，或用 JSON 写出模块，例如 {example}。</translation>
    </message>
    <message>
      <location filename="explorer.block_text" />
      <source>This text describes no blocks: {cause}.</source>
      <translation>这段文本没有描述任何模块：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.causality" />
      <source>Make this block causal, let it read in one direction, or remove it.</source>
      <translation>请将此模块设为因果，或只沿一个方向读取，或将其移除。</translation>
    </message>
    <message>
      <location filename="explorer.causality" />
      <source>{label} lets a position see what comes after it, but that is what the objective {objective} asks for: the network would only copy it.</source>
      <translation>“{label}”让每个位置看到其后的内容，而这正是目标“{objective}”所要预测的：网络只会照抄。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>Choose a block that learns.</source>
      <translation>请选择会学习的模块。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>Count from 0, up to one less than there are.</source>
      <translation>请从 0 数起，到总数减一为止。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>Count from 0, up to one less than there are; choose a block with attention.</source>
      <translation>请从 0 数起，到总数减一为止；并选择带注意力的模块。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>Name a block by its path in the run's experiment, such as architecture.network.blocks.0.</source>
      <translation>请用它在该运行的实验中的路径来指明模块，例如 architecture.network.blocks.0。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>Name one of these: {networks}.</source>
      <translation>请从这些当中选择：{networks}。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>Run the experiment anew with the other value.</source>
      <translation>请用另一个值重新运行实验。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>The run has no block at {path}.</source>
      <translation>这次运行在 {path} 处没有模块。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>The run has no network of that name.</source>
      <translation>这次运行没有这个名称的网络。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>{label} answers {count} features, and not all that are named are among them.</source>
      <translation>{label}输出 {count} 个特征，所指的特征并非都在其中。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>{label} has no weights: there is nothing to freeze, and none to edit.</source>
      <translation>{label}没有权重：没有可冻结的，也没有可编辑的。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>{label} has {count} heads of that attention, and not all that are named are among them.</source>
      <translation>{label}的这个注意力有 {count} 个头，所指的头并非都在其中。</translation>
    </message>
    <message>
      <location filename="explorer.change_check" />
      <source>{path} is no setting that can change while a run goes on.</source>
      <translation>{path} 不是运行途中可以更改的设置。</translation>
    </message>
    <message>
      <location filename="explorer.changes.freeze" />
      <source>Freeze a block</source>
      <translation>冻结模块</translation>
    </message>
    <message>
      <location filename="explorer.changes.freeze" />
      <source>Frozen</source>
      <translation>已冻结</translation>
    </message>
    <message>
      <location filename="explorer.changes.freeze" />
      <source>Off lets it learn again.</source>
      <translation>关闭后它重新学习。</translation>
    </message>
    <message>
      <location filename="explorer.changes.freeze" />
      <source>The block's path in the experiment.</source>
      <translation>模块在实验中的路径。</translation>
    </message>
    <message>
      <location filename="explorer.changes.freeze" />
      <source>The block's weights stay as they are; the blocks around it go on learning.</source>
      <translation>该模块的权重保持不变，周围的模块继续学习。</translation>
    </message>
    <message>
      <location filename="explorer.changes.learning_rate" />
      <source>One network learns at another rate from the next step on.</source>
      <translation>一个网络从下一步起以另一学习率学习。</translation>
    </message>
    <message>
      <location filename="explorer.changes.learning_rate" />
      <source>The network whose optimiser it is.</source>
      <translation>该优化器所属的网络。</translation>
    </message>
    <message>
      <location filename="explorer.changes.learning_rate" />
      <source>The size of a step.</source>
      <translation>一步的大小。</translation>
    </message>
    <message>
      <location filename="explorer.changes.setting" />
      <source>One setting of the experiment has another value from the next step on.</source>
      <translation>从下一步起，实验的一项设置取另一个值。</translation>
    </message>
    <message>
      <location filename="explorer.changes.setting" />
      <source>Setting</source>
      <translation>设置</translation>
    </message>
    <message>
      <location filename="explorer.changes.setting" />
      <source>What it is from the next step on.</source>
      <translation>从下一步起的值。</translation>
    </message>
    <message>
      <location filename="explorer.changes.setting" />
      <source>Where it stands in the experiment, such as training.batch_size.</source>
      <translation>它在实验中的位置，例如 training.batch_size。</translation>
    </message>
    <message>
      <location filename="explorer.changes.silence" />
      <source>Numbers</source>
      <translation>编号</translation>
    </message>
    <message>
      <location filename="explorer.changes.silence" />
      <source>Off restores them.</source>
      <translation>关闭后恢复。</translation>
    </message>
    <message>
      <location filename="explorer.changes.silence" />
      <source>Part</source>
      <translation>部分</translation>
    </message>
    <message>
      <location filename="explorer.changes.silence" />
      <source>Silence</source>
      <translation>静默</translation>
    </message>
    <message>
      <location filename="explorer.changes.silence" />
      <source>Silent</source>
      <translation>已静默</translation>
    </message>
    <message>
      <location filename="explorer.changes.silence" />
      <source>Units or channels of the output, or attention heads.</source>
      <translation>输出的单元或通道，或注意力头。</translation>
    </message>
    <message>
      <location filename="explorer.changes.silence" />
      <source>What these units, channels or heads answer is 0 until they are restored.</source>
      <translation>这些单元、通道或注意力头的输出为 0，直到恢复。</translation>
    </message>
    <message>
      <location filename="explorer.changes.silence" />
      <source>Which of them, from 0.</source>
      <translation>是其中哪些，从 0 数起。</translation>
    </message>
    <message>
      <location filename="explorer.changes.silence" />
      <source>Whose heads: of a decoder block's two attentions, its own or that over the encoder.</source>
      <translation>哪一个注意力的头：解码器模块有两个注意力，自身的或对编码器的。</translation>
    </message>
    <message>
      <location filename="explorer.changes.weight_edit" />
      <source>Edit a weight</source>
      <translation>编辑权重</translation>
    </message>
    <message>
      <location filename="explorer.changes.weight_edit" />
      <source>One weight has another value, from which it goes on learning.</source>
      <translation>一个权重取另一个值，并从该值继续学习。</translation>
    </message>
    <message>
      <location filename="explorer.changes.weight_edit" />
      <source>The weight's name within the block, such as weight or bias.</source>
      <translation>权重在模块中的名称，例如 weight 或 bias。</translation>
    </message>
    <message>
      <location filename="explorer.changes.weight_edit" />
      <source>Weight</source>
      <translation>权重</translation>
    </message>
    <message>
      <location filename="explorer.changes.weight_edit" />
      <source>What it is set to.</source>
      <translation>设为多少。</translation>
    </message>
    <message>
      <location filename="explorer.changes.weight_edit" />
      <source>Which number of it, from 0 in every dimension.</source>
      <translation>是其中哪一个数，每一维都从 0 数起。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>A batch of {batch_size} samples is asked for, but there are only {num_samples} for training.</source>
      <translation>要求每批 {batch_size} 个样本，但训练样本只有 {num_samples} 个。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>A step takes {count} batches of {batch_size} samples, but there are only {num_samples} for training.</source>
      <translation>一步要用 {count} 个各含 {batch_size} 个样本的批次，但训练样本只有 {num_samples} 个。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Add a block that learns, such as a dense block or a convolution.</source>
      <translation>请添加能学习的模块，例如全连接模块或卷积。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Change the settings of the data so that more samples are left.</source>
      <translation>请更改数据的设置，以留下更多样本。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Choose another objective, or other data.</source>
      <translation>请选择其他目标或其他数据。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Choose another objective, or the architecture {wanted}.</source>
      <translation>请选择其他目标，或选择架构“{wanted}”。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Choose the data that it was made for, or remove what was added.</source>
      <translation>请选择这个样本所适用的数据，或移除添加的样本。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Choose the data that they were made for, or remove what was added.</source>
      <translation>请选择这些样本所适用的数据，或移除添加的样本。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Early stopping watches {metric}, but a validation of the objective {objective} does not tell that.</source>
      <translation>提前停止要观察{metric}，但目标“{objective}”的验证不给出这一指标。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Give at most {num_samples}.</source>
      <translation>请填不超过 {num_samples} 的数。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Lower the batch size, or the number of batches that the discriminator takes in a step.</source>
      <translation>请减小批大小，或减少判别器一步所用的批次数。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Make the batch smaller, or the outputs of the blocks.</source>
      <translation>请减小批次，或减小模块的输出。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Samples were added ({count}), but these data have no classes.</source>
      <translation>添加了 {count} 个样本，但这些数据没有类别。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>Switch early stopping off, or watch a metric that it tells, if there is one.</source>
      <translation>请关闭提前停止；如果有它给出的指标，也可改为观察那个指标。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>The added sample {number} does not fit these data: its size, its values or its class is another.</source>
      <translation>添加的第 {number} 个样本不适合这些数据：大小、数值或类别不同。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>The objective {objective} cannot be trained on these data: {data} has no targets for it.</source>
      <translation>目标“{objective}”无法在这些数据上训练：{data}没有对应的目标值。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>The objective {objective} needs the architecture {wanted}, but this one is {actual}.</source>
      <translation>目标“{objective}”需要架构“{wanted}”，但现在是“{actual}”。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>The {network} has no weights, so there is nothing to learn.</source>
      <translation>{network}没有权重，因此没有可学习的内容。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>The {split} split of these data has no samples.</source>
      <translation>这些数据的{split}集没有样本。</translation>
    </message>
    <message>
      <location filename="explorer.check" />
      <source>What the blocks give for a batch of {batch_size} samples takes about {gigabytes} GB of memory.</source>
      <translation>一个批次 {batch_size} 个样本的模块输出约占 {gigabytes} GB 内存。</translation>
    </message>
    <message>
      <location filename="explorer.cli.data_check" />
      <source>Give a folder that is laid out as the data folder, or one of: {choices}.</source>
      <translation>请给出与数据文件夹布局相同的文件夹，或其中之一：{choices}。</translation>
    </message>
    <message>
      <location filename="explorer.cli.data_check" />
      <source>{path} is neither an id of data that can be fetched nor a folder in which such data lie.</source>
      <translation>{path} 既不是可获取数据的标识，也不是存放这类数据的文件夹。</translation>
    </message>
    <message>
      <location filename="explorer.cli.doctor" />
      <source>Install another one: pip install “PySide6-Essentials&gt;=6.10.2,!=6.11.0,!=6.11.1,&lt;6.12”.</source>
      <translation>请安装另一个版本：pip install “PySide6-Essentials&gt;=6.10.2,!=6.11.0,!=6.11.1,&lt;6.12”。</translation>
    </message>
    <message>
      <location filename="explorer.cli.doctor" />
      <source>Install both from the same place: pip install --force-reinstall torch torchvision.</source>
      <translation>请从同一来源安装两者：pip install --force-reinstall torch torchvision。</translation>
    </message>
    <message>
      <location filename="explorer.cli.doctor" />
      <source>On Debian or Ubuntu: apt-get install {packages}.</source>
      <translation>在 Debian 或 Ubuntu 上：apt-get install {packages}。</translation>
    </message>
    <message>
      <location filename="explorer.cli.doctor" />
      <source>PySide6 {version} on Python {python} ends the window's process after a while.</source>
      <translation>PySide6 {version} 在 Python {python} 上运行一段时间后会使窗口进程崩溃。</translation>
    </message>
    <message>
      <location filename="explorer.cli.doctor" />
      <source>The window needs system libraries that are missing: {libraries}.</source>
      <translation>窗口缺少所需的系统库：{libraries}。</translation>
    </message>
    <message>
      <location filename="explorer.cli.doctor" />
      <source>torchvision does not go with this torch: {cause}.</source>
      <translation>torchvision 与这个 torch 不匹配：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.cli.exporting" />
      <source>Choose one of: {targets}.</source>
      <translation>请选择其中之一：{targets}。</translation>
    </message>
    <message>
      <location filename="explorer.cli.exporting" />
      <source>This version does not export to {target}.</source>
      <translation>这个版本不能导出为 {target}。</translation>
    </message>
    <message>
      <location filename="explorer.cli.importing" />
      <source>Look into it first; if you trust it, say so with --yes.</source>
      <translation>请先看看它的内容；如果信任它，请用 --yes 表示同意。</translation>
    </message>
    <message>
      <location filename="explorer.cli.importing" />
      <source>To read its network, the file {file} has to be run, and it may do anything that you may do.</source>
      <translation>要读取其中的网络，必须运行文件 {file}，而它可以做你能做的任何事。</translation>
    </message>
    <message>
      <location filename="explorer.cli.own_data" />
      <source>Mend what was found, and scan again.</source>
      <translation>请修复所发现的问题，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.cli.own_data" />
      <source>Nothing can be learned from {path} as it is.</source>
      <translation>{path} 目前的样子无法用来学习。</translation>
    </message>
    <message>
      <location filename="explorer.cli.problems" />
      <source>Did you mean: {choices}?</source>
      <translation>您是指：{choices}？</translation>
    </message>
    <message>
      <location filename="explorer.cli.problems" />
      <source>Give one of them; it replaces the experiment's own limit.</source>
      <translation>请只给出一个；它会取代实验自己的上限。</translation>
    </message>
    <message>
      <location filename="explorer.cli.problems" />
      <source>More than one of --epochs, --steps and --seconds is given.</source>
      <translation>--epochs、--steps 和 --seconds 中给出了不止一个。</translation>
    </message>
    <message>
      <location filename="explorer.cli.problems" />
      <source>Run “neural-explorer doctor”, which names what is missing; the commands list, describe and train work without it.</source>
      <translation>请运行“neural-explorer doctor”，它会指出缺少什么；list、describe 和 train 命令不需要窗口。</translation>
    </message>
    <message>
      <location filename="explorer.cli.problems" />
      <source>Set DISPLAY, or run “neural-explorer tour --out pictures”, which paints the window into pictures.</source>
      <translation>请设置 DISPLAY，或运行“neural-explorer tour --out pictures”，把窗口画成图片。</translation>
    </message>
    <message>
      <location filename="explorer.cli.problems" />
      <source>The window cannot be opened: {cause}.</source>
      <translation>无法打开窗口：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.cli.problems" />
      <source>There is no display to open a window on.</source>
      <translation>没有可用来打开窗口的显示器。</translation>
    </message>
    <message>
      <location filename="explorer.cli.problems" />
      <source>{word} is neither a command nor an experiment nor a run.</source>
      <translation>{word} 既不是命令，也不是实验或运行。</translation>
    </message>
    <message>
      <location filename="explorer.corpus" />
      <source>Number of characters from one training window to the next.</source>
      <translation>从一个训练窗口到下一个的字符数。</translation>
    </message>
    <message>
      <location filename="explorer.corpus" />
      <source>Number of characters that a network sees.</source>
      <translation>网络所看到的字符数。</translation>
    </message>
    <message>
      <location filename="explorer.corpus" />
      <source>Stride</source>
      <translation>步幅</translation>
    </message>
    <message>
      <location filename="explorer.dataset" />
      <source>Decides which samples are for training, validation and test.</source>
      <translation>决定哪些样本用于训练、验证和测试。</translation>
    </message>
    <message>
      <location filename="explorer.dataset" />
      <source>Split seed</source>
      <translation>划分种子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.adding" />
      <source>Adding</source>
      <translation>加法</translation>
    </message>
    <message>
      <location filename="explorer.datasets.adding" />
      <source>Length</source>
      <translation>长度</translation>
    </message>
    <message>
      <location filename="explorer.datasets.adding" />
      <source>Number of positions of a sequence.</source>
      <translation>序列的位置数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.adding" />
      <source>Number of sequences in all splits together.</source>
      <translation>所有划分合计的序列数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.adding" />
      <source>Two marked numbers of a sequence, to be added: what memory keeps, and for how long.</source>
      <translation>把序列中两个做了标记的数相加：记忆能保留什么，能保留多久。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ag_news" />
      <source>127 600 news about the world, sports, business and technology, word by word.</source>
      <translation>127 600 条关于世界、体育、商业和科技的新闻，逐词。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ag_news" />
      <source>AG News</source>
      <translation>AG News 新闻</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ag_news" />
      <source>Business</source>
      <translation>商业</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ag_news" />
      <source>Number of words that a network sees; shorter news are padded.</source>
      <translation>网络看到的单词数；较短的新闻会被填充。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ag_news" />
      <source>Science and technology</source>
      <translation>科技</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ag_news" />
      <source>Sports</source>
      <translation>体育</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ag_news" />
      <source>World</source>
      <translation>世界</translation>
    </message>
    <message>
      <location filename="explorer.datasets.alice" />
      <source>148 thousand characters of a story, letter by letter: little enough to be learnt by heart.</source>
      <translation>一个故事的 14.8 万个字符，逐字符：少到可以背下来。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.alice" />
      <source>Alice in Wonderland</source>
      <translation>爱丽丝梦游仙境</translation>
    </message>
    <message>
      <location filename="explorer.datasets.brackets" />
      <source>Brackets</source>
      <translation>括号</translation>
    </message>
    <message>
      <location filename="explorer.datasets.brackets" />
      <source>Kinds</source>
      <translation>种类数</translation>
    </message>
    <message>
      <location filename="explorer.datasets.brackets" />
      <source>Number of kinds of brackets, such as () and [].</source>
      <translation>括号的种类数，例如 () 和 []。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.brackets" />
      <source>Number of pairs of brackets in a row.</source>
      <translation>一串中括号的对数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.brackets" />
      <source>Number of rows of brackets in all splits together.</source>
      <translation>所有划分合计的括号串数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.brackets" />
      <source>Pairs</source>
      <translation>对数</translation>
    </message>
    <message>
      <location filename="explorer.datasets.brackets" />
      <source>Rows of brackets that match or do not: what only a memory like a stack can tell.</source>
      <translation>配对或不配对的括号串：只有像栈一样的记忆才能分辨。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.brackets" />
      <source>matched</source>
      <translation>配对</translation>
    </message>
    <message>
      <location filename="explorer.datasets.brackets" />
      <source>mismatched</source>
      <translation>不配对</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>60 000 colour photographs of 32 × 32 pixels: animals and vehicles.</source>
      <translation>60 000 张 32 × 32 像素的彩色照片：动物和交通工具。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>CIFAR-10</source>
      <translation>CIFAR-10</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>airplane</source>
      <translation>飞机</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>automobile</source>
      <translation>汽车</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>bird</source>
      <translation>鸟</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>cat</source>
      <translation>猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>deer</source>
      <translation>鹿</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>dog</source>
      <translation>狗</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>frog</source>
      <translation>青蛙</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>horse</source>
      <translation>马</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>ship</source>
      <translation>船</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar10" />
      <source>truck</source>
      <translation>卡车</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>60 000 colour photographs of 32 × 32 pixels: a hundred kinds of things in twenty groups.</source>
      <translation>60 000 张 32 × 32 像素的彩色照片：一百种事物，分为二十组。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>A hundred kinds of things, or the twenty groups that they belong to.</source>
      <translation>一百种事物，或它们所属的二十个组。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>CIFAR-100</source>
      <translation>CIFAR-100</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>apple</source>
      <translation>苹果</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>aquarium fish</source>
      <translation>观赏鱼</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>aquatic mammals</source>
      <translation>水生哺乳动物</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>baby</source>
      <translation>婴儿</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>bear</source>
      <translation>熊</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>beaver</source>
      <translation>河狸</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>bed</source>
      <translation>床</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>bee</source>
      <translation>蜜蜂</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>beetle</source>
      <translation>甲虫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>bicycle</source>
      <translation>自行车</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>bottle</source>
      <translation>瓶子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>bowl</source>
      <translation>碗</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>boy</source>
      <translation>男孩</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>bridge</source>
      <translation>桥</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>bus</source>
      <translation>公共汽车</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>butterfly</source>
      <translation>蝴蝶</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>camel</source>
      <translation>骆驼</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>can</source>
      <translation>罐头</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>castle</source>
      <translation>城堡</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>caterpillar</source>
      <translation>毛虫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>cattle</source>
      <translation>牛</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>chair</source>
      <translation>椅子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>chimpanzee</source>
      <translation>黑猩猩</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>clock</source>
      <translation>时钟</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>cloud</source>
      <translation>云</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>cockroach</source>
      <translation>蟑螂</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>couch</source>
      <translation>沙发</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>crab</source>
      <translation>螃蟹</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>crocodile</source>
      <translation>鳄鱼</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>cup</source>
      <translation>杯子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>dinosaur</source>
      <translation>恐龙</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>dolphin</source>
      <translation>海豚</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>elephant</source>
      <translation>大象</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>fish</source>
      <translation>鱼</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>flatfish</source>
      <translation>比目鱼</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>flowers</source>
      <translation>花</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>food containers</source>
      <translation>食品容器</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>forest</source>
      <translation>森林</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>fox</source>
      <translation>狐狸</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>fruit and vegetables</source>
      <translation>水果和蔬菜</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>girl</source>
      <translation>女孩</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>hamster</source>
      <translation>仓鼠</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>house</source>
      <translation>房子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>household electrical devices</source>
      <translation>家用电器</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>household furniture</source>
      <translation>家具</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>insects</source>
      <translation>昆虫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>kangaroo</source>
      <translation>袋鼠</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>keyboard</source>
      <translation>键盘</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>lamp</source>
      <translation>灯</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>large carnivores</source>
      <translation>大型食肉动物</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>large man-made outdoor things</source>
      <translation>大型户外人造物</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>large natural outdoor scenes</source>
      <translation>大型自然景观</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>large omnivores and herbivores</source>
      <translation>大型杂食和食草动物</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>lawn mower</source>
      <translation>割草机</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>leopard</source>
      <translation>豹</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>lion</source>
      <translation>狮子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>lizard</source>
      <translation>蜥蜴</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>lobster</source>
      <translation>龙虾</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>man</source>
      <translation>男人</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>maple tree</source>
      <translation>枫树</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>medium mammals</source>
      <translation>中型哺乳动物</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>motorcycle</source>
      <translation>摩托车</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>mountain</source>
      <translation>山</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>mouse</source>
      <translation>老鼠</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>mushroom</source>
      <translation>蘑菇</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>non-insect invertebrates</source>
      <translation>非昆虫无脊椎动物</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>oak tree</source>
      <translation>橡树</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>open plain</source>
      <translation>平原</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>orange</source>
      <translation>橙子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>orchid</source>
      <translation>兰花</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>otter</source>
      <translation>水獭</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>palm tree</source>
      <translation>棕榈树</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>pear</source>
      <translation>梨</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>people</source>
      <translation>人</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>pickup truck</source>
      <translation>皮卡</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>pine tree</source>
      <translation>松树</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>plate</source>
      <translation>盘子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>poppy</source>
      <translation>罂粟</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>porcupine</source>
      <translation>豪猪</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>possum</source>
      <translation>负鼠</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>rabbit</source>
      <translation>兔子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>raccoon</source>
      <translation>浣熊</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>railway train</source>
      <translation>火车</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>ray</source>
      <translation>鳐鱼</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>reptiles</source>
      <translation>爬行动物</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>road</source>
      <translation>道路</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>rocket</source>
      <translation>火箭</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>rose</source>
      <translation>玫瑰</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>sea</source>
      <translation>海</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>seal</source>
      <translation>海豹</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>shark</source>
      <translation>鲨鱼</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>shrew</source>
      <translation>鼩鼱</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>skunk</source>
      <translation>臭鼬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>skyscraper</source>
      <translation>摩天楼</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>small mammals</source>
      <translation>小型哺乳动物</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>snail</source>
      <translation>蜗牛</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>snake</source>
      <translation>蛇</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>spider</source>
      <translation>蜘蛛</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>squirrel</source>
      <translation>松鼠</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>streetcar</source>
      <translation>有轨电车</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>sunflower</source>
      <translation>向日葵</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>sweet pepper</source>
      <translation>甜椒</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>table</source>
      <translation>桌子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>tank</source>
      <translation>坦克</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>telephone</source>
      <translation>电话</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>television</source>
      <translation>电视</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>tiger</source>
      <translation>老虎</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>tractor</source>
      <translation>拖拉机</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>trees</source>
      <translation>树木</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>trout</source>
      <translation>鳟鱼</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>tulip</source>
      <translation>郁金香</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>turtle</source>
      <translation>乌龟</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>vehicles 1</source>
      <translation>车辆 1</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>vehicles 2</source>
      <translation>车辆 2</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>wardrobe</source>
      <translation>衣柜</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>whale</source>
      <translation>鲸</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>willow tree</source>
      <translation>柳树</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>wolf</source>
      <translation>狼</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>woman</source>
      <translation>女人</translation>
    </message>
    <message>
      <location filename="explorer.datasets.cifar100" />
      <source>worm</source>
      <translation>蠕虫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.copy" />
      <source>Length of the pause</source>
      <translation>停顿的长度</translation>
    </message>
    <message>
      <location filename="explorer.datasets.copy" />
      <source>Letters</source>
      <translation>字母</translation>
    </message>
    <message>
      <location filename="explorer.datasets.copy" />
      <source>Letters to be repeated after a pause: whether a network carries them across it.</source>
      <translation>停顿之后要重复的字母：看网络能否带着它们越过停顿。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.copy" />
      <source>Number of letters that are to be repeated.</source>
      <translation>要重复的字母数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.copy" />
      <source>Number of positions between the letters and their repetition.</source>
      <translation>字母与其重复之间的位置数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.dates" />
      <source>Dates</source>
      <translation>日期</translation>
    </message>
    <message>
      <location filename="explorer.datasets.dates" />
      <source>Dates as people write them, to be rewritten as 2001-03-03: attention finds each part.</source>
      <translation>人们习惯写法的日期，要改写成 2001-03-03：注意力会找到每一部分。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.dates" />
      <source>Number of different days in all splits together.</source>
      <translation>所有划分合计的不同日期数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.dates" />
      <source>Number of ways in which dates are written, from “3 March 2001” and “Mar 3, 2001” on.</source>
      <translation>日期写法的数量，从“3 March 2001”和“Mar 3, 2001”开始。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.dates" />
      <source>Ways of writing</source>
      <translation>写法数</translation>
    </message>
    <message>
      <location filename="explorer.datasets.digits" />
      <source>1797 real handwritten digits of 8 × 8 pixels.</source>
      <translation>1797 个真实手写数字，8 × 8 像素。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.digits" />
      <source>Digits</source>
      <translation>手写数字</translation>
    </message>
    <message>
      <location filename="explorer.datasets.digits" />
      <source>Form</source>
      <translation>形式</translation>
    </message>
    <message>
      <location filename="explorer.datasets.digits" />
      <source>One image of 8 × 8 pixels, or a sequence of 8 rows of 8 pixels.</source>
      <translation>一幅 8 × 8 像素的图像，或 8 行、每行 8 像素的序列。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.digits" />
      <source>Pixels from 0 to 1, or from −1 to 1 as a generator with tanh makes them.</source>
      <translation>像素从 0 到 1，或从 −1 到 1（与以 tanh 结尾的生成器一致）。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>26 letters, or 47 classes of digits, capital and small letters.</source>
      <translation>26 个字母，或由数字、大写和小写字母组成的 47 类。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>EMNIST</source>
      <translation>EMNIST</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>Handwritten letters, or letters and digits, of 28 × 28 pixels: 145 600 or 131 600 of them.</source>
      <translation>28 × 28 像素的手写字母，或字母和数字：共 145 600 或 131 600 个。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>Symbols</source>
      <translation>符号</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>a</source>
      <translation>a</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>b</source>
      <translation>b</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>d</source>
      <translation>d</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>e</source>
      <translation>e</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>f</source>
      <translation>f</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>g</source>
      <translation>g</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>h</source>
      <translation>h</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>n</source>
      <translation>n</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>q</source>
      <translation>q</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>r</source>
      <translation>r</translation>
    </message>
    <message>
      <location filename="explorer.datasets.emnist" />
      <source>t</source>
      <translation>t</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>70 000 pictures of clothes of 28 × 28 pixels.</source>
      <translation>70 000 张 28 × 28 像素的服装图片。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>FashionMNIST</source>
      <translation>FashionMNIST</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>T-shirt</source>
      <translation>T 恤</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>ankle boot</source>
      <translation>短靴</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>bag</source>
      <translation>包</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>coat</source>
      <translation>外套</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>dress</source>
      <translation>连衣裙</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>pullover</source>
      <translation>套头衫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>sandal</source>
      <translation>凉鞋</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>shirt</source>
      <translation>衬衫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>sneaker</source>
      <translation>运动鞋</translation>
    </message>
    <message>
      <location filename="explorer.datasets.fashion_mnist" />
      <source>trousers</source>
      <translation>裤子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>A</source>
      <translation>A</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>B</source>
      <translation>B</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>C</source>
      <translation>C</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>D</source>
      <translation>D</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>Difficulty</source>
      <translation>难度</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>Digits and letters written by the program: what MNIST teaches, as hard as you like.</source>
      <translation>由程序书写的数字和字母：MNIST 能教的它都能教，难度任选。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>E</source>
      <translation>E</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>F</source>
      <translation>F</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>G</source>
      <translation>G</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>Glyphs</source>
      <translation>字形</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>H</source>
      <translation>H</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>How much the symbols are turned, slanted, stretched, shifted and bent, and how clean they are.</source>
      <translation>符号旋转、倾斜、拉伸、平移和弯曲的程度，以及画面有多干净。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>I</source>
      <translation>I</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>J</source>
      <translation>J</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>K</source>
      <translation>K</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>L</source>
      <translation>L</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>M</source>
      <translation>M</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>N</source>
      <translation>N</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>Number of pictures in all splits together.</source>
      <translation>所有划分合计的图片数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>O</source>
      <translation>O</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>P</source>
      <translation>P</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>Q</source>
      <translation>Q</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>R</source>
      <translation>R</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>S</source>
      <translation>S</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>T</source>
      <translation>T</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>Ten digits, 26 capital letters, or all 36 of them.</source>
      <translation>十个数字、26 个大写字母，或全部 36 个。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>U</source>
      <translation>U</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>V</source>
      <translation>V</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>W</source>
      <translation>W</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>X</source>
      <translation>X</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>Y</source>
      <translation>Y</translation>
    </message>
    <message>
      <location filename="explorer.datasets.glyphs" />
      <source>Z</source>
      <translation>Z</translation>
    </message>
    <message>
      <location filename="explorer.datasets.imdb" />
      <source>50 000 film reviews, word by word: did they like it?</source>
      <translation>50 000 条影评，逐词读取：他们喜欢这部电影吗？</translation>
    </message>
    <message>
      <location filename="explorer.datasets.imdb" />
      <source>IMDb</source>
      <translation>IMDb</translation>
    </message>
    <message>
      <location filename="explorer.datasets.imdb" />
      <source>Number of words that a network sees; shorter reviews are padded.</source>
      <translation>网络看到的词数；较短的影评会被填充。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.imdb" />
      <source>negative</source>
      <translation>负面</translation>
    </message>
    <message>
      <location filename="explorer.datasets.imdb" />
      <source>positive</source>
      <translation>正面</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>70 000 cursive Japanese syllables of 28 × 28 pixels: a class can look in many ways.</source>
      <translation>70 000 个 28 × 28 像素的日文草书假名：同一类可以有多种写法。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>KMNIST</source>
      <translation>KMNIST</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>ha</source>
      <translation>ha</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>ki</source>
      <translation>ki</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>ma</source>
      <translation>ma</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>na</source>
      <translation>na</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>o</source>
      <translation>o</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>re</source>
      <translation>re</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>su</source>
      <translation>su</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>tsu</source>
      <translation>tsu</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>wo</source>
      <translation>wo</translation>
    </message>
    <message>
      <location filename="explorer.datasets.kmnist" />
      <source>ya</source>
      <translation>ya</translation>
    </message>
    <message>
      <location filename="explorer.datasets.mnist" />
      <source>70 000 handwritten digits of 28 × 28 pixels.</source>
      <translation>70 000 个 28 × 28 像素的手写数字。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.mnist" />
      <source>MNIST</source>
      <translation>MNIST</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Arrays of numbers of your own, as numpy saves them (NPY or NPZ).</source>
      <translation>你自己的数值数组，由 numpy 保存（NPY 或 NPZ）。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Bytes from 0 to 1; other numbers with mean 0 and deviation 1.</source>
      <translation>字节变为 0 到 1；其他数变为均值 0、标准差 1。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Give them one axis (a vector), two (positions, features) or three (an image).</source>
      <translation>请给它们一个轴（向量）、两个轴（位置、特征）或三个轴（图像）。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Inputs</source>
      <translation>输入数</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Name of the array of answers; empty where there are none.</source>
      <translation>答案数组的名称；没有则留空。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Name of the array that the network sees.</source>
      <translation>网络所见数组的名称。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Name the class that the targets tell, or tell their values.</source>
      <translation>说出目标所指的类别，或说出它们的数值。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Normalise the inputs</source>
      <translation>归一化输入</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Normalise the target</source>
      <translation>归一化目标</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Own arrays</source>
      <translation>自己的数组</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Samples are</source>
      <translation>样本是</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Samples of the shape {shape} cannot be fed into a network.</source>
      <translation>形状为 {shape} 的样本无法输入网络。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Save as many targets as there are samples.</source>
      <translation>请保存与样本数相同的目标。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Targets</source>
      <translation>目标</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Task</source>
      <translation>任务</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>The arrays {inputs} and {targets} do not have the same number of samples: {one} and {other}.</source>
      <translation>数组 {inputs} 和 {targets} 的样本数不同：{one} 和 {other}。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>There is no array {name}.</source>
      <translation>没有数组 {name}。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>What one sample is; pictures may have their channels first or last.</source>
      <translation>一个样本是什么；图片的通道可以在前或在后。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_arrays" />
      <source>Whether values that are told have mean 0 and deviation 1 too.</source>
      <translation>要说出的数值是否也变为均值 0、标准差 1。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_images" />
      <source>Colours</source>
      <translation>颜色</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_images" />
      <source>Fit</source>
      <translation>适配</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_images" />
      <source>Height</source>
      <translation>高度</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_images" />
      <source>Own pictures</source>
      <translation>自己的图片</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_images" />
      <source>Pictures in a folder of your own, with a folder for every class or a table of labels.</source>
      <translation>你自己文件夹中的图片，每个类别一个子文件夹，或有一张标签表。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_images" />
      <source>Pixels from 0 to 1, from −1 to 1, or with mean 0 and deviation 1.</source>
      <translation>像素从 0 到 1、从 −1 到 1，或均值 0、标准差 1。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_images" />
      <source>Pixels from side to side.</source>
      <translation>从左到右的像素数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_images" />
      <source>Pixels from top to bottom.</source>
      <translation>从上到下的像素数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_images" />
      <source>Three channels of colour, or one of grey.</source>
      <translation>三个彩色通道，或一个灰度通道。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_images" />
      <source>What happens to pictures of another shape: cut, fill up, or stretch.</source>
      <translation>形状不同的图片如何处理：裁剪、填满或拉伸。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_images" />
      <source>Width</source>
      <translation>宽度</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_labelled" />
      <source>Number of words that a network sees; longer texts are cut.</source>
      <translation>网络所见的词数；更长的文本会被截断。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_labelled" />
      <source>Number of words that are known, the most frequent.</source>
      <translation>认识的词数，取最常见的。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_labelled" />
      <source>Own labelled texts</source>
      <translation>自己的带标签文本</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_labelled" />
      <source>Texts of your own in a table, each with a label, word by word.</source>
      <translation>你自己表格中的文本，各有一个标签，逐词读取。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_pairs" />
      <source>Length of the first</source>
      <translation>前一文本的长度</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_pairs" />
      <source>Length of the second</source>
      <translation>后一文本的长度</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_pairs" />
      <source>Number of different tokens that are known at most.</source>
      <translation>最多认识多少个不同的词元。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_pairs" />
      <source>Number of tokens; longer texts are cut.</source>
      <translation>词元数；更长的文本会被截断。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_pairs" />
      <source>Own pairs of texts</source>
      <translation>自己的文本对</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_pairs" />
      <source>Pairs of texts of your own in a table: the second is to be written from the first.</source>
      <translation>你自己的表格中的文本对：由前一个写出后一个。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_pairs" />
      <source>What the texts are cut into.</source>
      <translation>文本切成什么。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_sounds" />
      <source>Bands</source>
      <translation>频带</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_sounds" />
      <source>Moments</source>
      <translation>时刻数</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_sounds" />
      <source>Number of bands of pitches.</source>
      <translation>音高频带的数量。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_sounds" />
      <source>Number of moments that a sound is cut into.</source>
      <translation>一段声音被切成多少个时刻。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_sounds" />
      <source>One image of pitches over time, or a sequence of moments.</source>
      <translation>一幅音高随时间变化的图像，或一个时刻序列。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_sounds" />
      <source>Own sounds</source>
      <translation>自己的声音</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_sounds" />
      <source>Sampling rate</source>
      <translation>采样率</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_sounds" />
      <source>Seconds of each sound, from its start.</source>
      <translation>每段声音从开头起取的秒数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_sounds" />
      <source>Sounds in a folder of your own (WAV), seen as pictures of their pitches over time.</source>
      <translation>你自己文件夹中的声音（WAV），看作音高随时间变化的图片。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_sounds" />
      <source>Values a second; half of it is the highest pitch.</source>
      <translation>每秒的数值个数；它的一半是最高音高。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>A table of your own: one column is told from others, as a class or as a value.</source>
      <translation>你自己的表格：由其他列说出某一列，作为类别或数值。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>All rows have the same value of {name}: there is nothing to tell.</source>
      <translation>所有行的 {name} 都相同：没有什么可说出的。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>Choose another target column.</source>
      <translation>请选择另一个目标列。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>Choose columns of numbers, or of words that occur often.</source>
      <translation>请选择数值列，或词语经常重复的列。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>Name its class instead, or choose another target column.</source>
      <translation>请改为说出类别，或选择另一个目标列。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>Name of the column that is to be told.</source>
      <translation>要说出的列的名称。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>Name the class that the target tells, or tell its value.</source>
      <translation>说出目标所指的类别，或说出它的数值。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>Names of the columns that the network sees; without any, all it can.</source>
      <translation>网络所见的列的名称；一个也没有则用所有可用的列。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>No column is left to learn from.</source>
      <translation>没有可供学习的列了。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>Own table</source>
      <translation>自己的表格</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>Tell its value instead, or choose another target column.</source>
      <translation>请改为说出数值，或选择另一个目标列。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>The column {name} holds no classes: its values are too many, or hardly ever occur twice.</source>
      <translation>列 {name} 中没有类别：取值太多，或几乎不重复。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>The column {name} holds no numbers that could be told.</source>
      <translation>列 {name} 中没有可说出的数值。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>The table has no column {name}.</source>
      <translation>表格中没有列 {name}。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_table" />
      <source>Whether every input has mean 0 and deviation 1 over the training rows.</source>
      <translation>是否让每个输入在训练行上均值为 0、标准差为 1。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_text" />
      <source>A text of your own, or a folder of texts, to be continued letter by letter or word by word.</source>
      <translation>你自己的文本或一个文本文件夹，逐字符或逐词地续写。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_text" />
      <source>Most tokens of the text that are used; 0 takes all.</source>
      <translation>最多使用的文本词元数；0 表示全部。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_text" />
      <source>Number of tokens from one training window to the next.</source>
      <translation>相邻训练窗口之间的词元数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_text" />
      <source>Number of tokens that a network sees.</source>
      <translation>网络所见的词元数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_text" />
      <source>Own text</source>
      <translation>自己的文本</translation>
    </message>
    <message>
      <location filename="explorer.datasets.own_text" />
      <source>What the text is cut into; byte pairs were trained on this text.</source>
      <translation>文本切成什么；字节对是在这段文本上训练的。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.paradise_lost" />
      <source>471 thousand characters of verse, letter by letter: lines of ten syllables.</source>
      <translation>47.1 万个字符的诗，逐字符：每行十个音节。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.paradise_lost" />
      <source>Paradise Lost</source>
      <translation>失乐园</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>37 breeds, or whether it is a cat or a dog.</source>
      <translation>37 个品种，或者是猫还是狗。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>7 349 colour photographs of cats and dogs of 37 breeds, as large as you like.</source>
      <translation>7 349 张 37 个品种的猫狗彩色照片，大小可自选。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Abyssinian</source>
      <translation>阿比西尼亚猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>American bulldog</source>
      <translation>美国斗牛犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>American pit bull terrier</source>
      <translation>美国比特斗牛梗</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Bengal</source>
      <translation>孟加拉猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Birman</source>
      <translation>伯曼猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Bombay</source>
      <translation>孟买猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>British shorthair</source>
      <translation>英国短毛猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Egyptian mau</source>
      <translation>埃及猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>English cocker spaniel</source>
      <translation>英国可卡犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>English setter</source>
      <translation>英国雪达犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>German shorthaired</source>
      <translation>德国短毛猎犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Havanese</source>
      <translation>哈瓦那犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Japanese chin</source>
      <translation>日本狆</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Leonberger</source>
      <translation>莱昂贝格犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Maine Coon</source>
      <translation>缅因猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Newfoundland</source>
      <translation>纽芬兰犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Oxford-IIIT Pet</source>
      <translation>Oxford-IIIT Pet</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Persian</source>
      <translation>波斯猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Pomeranian</source>
      <translation>博美犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Ragdoll</source>
      <translation>布偶猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Russian Blue</source>
      <translation>俄罗斯蓝猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Saint Bernard</source>
      <translation>圣伯纳犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Samoyed</source>
      <translation>萨摩耶犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Scottish terrier</source>
      <translation>苏格兰梗</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Siamese</source>
      <translation>暹罗猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Side</source>
      <translation>边长</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Sphynx</source>
      <translation>斯芬克斯猫</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Staffordshire bull terrier</source>
      <translation>斯塔福郡斗牛梗</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Width and height of the pictures in pixels.</source>
      <translation>图像的宽度和高度，以像素计。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>Yorkshire terrier</source>
      <translation>约克夏梗</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>basset hound</source>
      <translation>巴吉度猎犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>beagle</source>
      <translation>比格犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>boxer</source>
      <translation>拳师犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>chihuahua</source>
      <translation>吉娃娃</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>great Pyrenees</source>
      <translation>大白熊犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>keeshond</source>
      <translation>荷兰毛狮犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>miniature pinscher</source>
      <translation>迷你杜宾犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>pug</source>
      <translation>巴哥犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>shiba inu</source>
      <translation>柴犬</translation>
    </message>
    <message>
      <location filename="explorer.datasets.pets" />
      <source>wheaten terrier</source>
      <translation>软毛麦色梗</translation>
    </message>
    <message>
      <location filename="explorer.datasets.points" />
      <source>How the classes lie in the plane.</source>
      <translation>各类在平面上的分布方式。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.points" />
      <source>Number of points in all splits together.</source>
      <translation>所有划分合计的点数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.points" />
      <source>Points</source>
      <translation>平面点</translation>
    </message>
    <message>
      <location filename="explorer.datasets.points" />
      <source>Points of the plane in two or three classes that no straight line separates.</source>
      <translation>平面上两类或三类点，没有一条直线能把它们分开。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.points" />
      <source>Standard deviation by which points are moved; the shape spans 2.</source>
      <translation>点被移动的标准差；形状的跨度为 2。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.reference" />
      <source>Text</source>
      <translation>文本</translation>
    </message>
    <message>
      <location filename="explorer.datasets.reference" />
      <source>The text of Python's own language reference, letter by letter.</source>
      <translation>Python 自带的语言参考文本，逐个字符。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.reversal" />
      <source>Number of letters in a sequence.</source>
      <translation>一个序列中的字母数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.reversal" />
      <source>Order</source>
      <translation>顺序</translation>
    </message>
    <message>
      <location filename="explorer.datasets.reversal" />
      <source>Random letters that are to be written backwards, or in the order of the alphabet.</source>
      <translation>随机字母，要倒过来写，或按字母表顺序写。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.reversal" />
      <source>Which order the letters are to be written in.</source>
      <translation>字母要按哪种顺序写出。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ring" />
      <source>Modes</source>
      <translation>模式数</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ring" />
      <source>Number of centres on the circle.</source>
      <translation>圆周上的中心数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ring" />
      <source>Points around centres on a circle, all of which a GAN should find.</source>
      <translation>圆周上若干中心周围的点，GAN 应当全部找到。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ring" />
      <source>Ring</source>
      <translation>圆环</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ring" />
      <source>Spread</source>
      <translation>离散度</translation>
    </message>
    <message>
      <location filename="explorer.datasets.ring" />
      <source>Standard deviation around each centre; the circle's radius is 1.</source>
      <translation>每个中心周围的标准差；圆的半径为 1。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.sentences" />
      <source>Number of words that a network sees; shorter sentences are padded.</source>
      <translation>网络看到的单词数；较短的句子会被填充。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.sentences" />
      <source>Sentences</source>
      <translation>句子</translation>
    </message>
    <message>
      <location filename="explorer.datasets.sentences" />
      <source>Sentences of Python's own language reference in four groups of chapters, word by word.</source>
      <translation>Python 自带语言参考中的句子，分四组章节，逐词。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.sentences" />
      <source>data model</source>
      <translation>数据模型</translation>
    </message>
    <message>
      <location filename="explorer.datasets.sentences" />
      <source>expressions</source>
      <translation>表达式</translation>
    </message>
    <message>
      <location filename="explorer.datasets.sentences" />
      <source>standard types</source>
      <translation>标准类型</translation>
    </message>
    <message>
      <location filename="explorer.datasets.sentences" />
      <source>statements</source>
      <translation>语句</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shakespeare" />
      <source>1.1 million characters of Shakespeare's plays, letter by letter.</source>
      <translation>莎士比亚戏剧的 110 万个字符，逐字母读取。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shakespeare" />
      <source>Tiny Shakespeare</source>
      <translation>Tiny Shakespeare</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>Coloured shapes of which all is known: what a network keeps, and what it throws away.</source>
      <translation>一切都已知的彩色形状：看网络保留什么，丢掉什么。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>Largest change of a pixel at random; pixels go from 0 to 255.</source>
      <translation>像素随机变化的最大幅度；像素从 0 到 255。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>Shapes</source>
      <translation>彩色形状</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>What a network is to tell: a class, or values; of them, positions and sizes are in halves of the picture's side, rotations in radians.</source>
      <translation>网络要回答什么：一个类别，或若干数值；其中位置和大小以图片边长的一半为单位，旋转以弧度为单位。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>checks</source>
      <translation>方格</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>dots</source>
      <translation>圆点</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>ellipse</source>
      <translation>椭圆</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>moon</source>
      <translation>月牙</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>pink</source>
      <translation>粉色</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>plain</source>
      <translation>纯色</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>rectangle</source>
      <translation>矩形</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>star</source>
      <translation>星形</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>stripes</source>
      <translation>条纹</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>triangle</source>
      <translation>三角形</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>turquoise</source>
      <translation>青绿色</translation>
    </message>
    <message>
      <location filename="explorer.datasets.shapes" />
      <source>yellow</source>
      <translation>黄色</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>A short motif somewhere in a noisy signal: what a filter finds wherever it lies.</source>
      <translation>噪声信号某处的一小段特征波形：无论在哪里，滤波器都能找到它。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>Drift</source>
      <translation>漂移</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>How far the ground rises, sinks or bends at most over a signal.</source>
      <translation>在整个信号中基线最多上升、下降或弯曲多少。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>Name the motif, or tell where its middle lies, from 0 to 1.</source>
      <translation>辨认特征波形，或说出它的中点在何处（0 到 1）。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>Number of signals in all splits together.</source>
      <translation>所有划分合计的信号数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>Number of time steps of a signal.</source>
      <translation>信号的时间步数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>Signals</source>
      <translation>信号</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>Standard deviation of the noise; a motif is about 1 high.</source>
      <translation>噪声的标准差；特征波形的高度约为 1。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>cliff</source>
      <translation>陡升</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>hill</source>
      <translation>单峰</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>ramp</source>
      <translation>缓升</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>ringing</source>
      <translation>振铃</translation>
    </message>
    <message>
      <location filename="explorer.datasets.signals" />
      <source>two hills</source>
      <translation>双峰</translation>
    </message>
    <message>
      <location filename="explorer.datasets.stl10" />
      <source>13 000 colour photographs of 96 × 96 pixels: animals and vehicles, with few to learn from.</source>
      <translation>13 000 张 96 × 96 像素的彩色照片：动物和交通工具，可供学习的样本很少。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.stl10" />
      <source>STL-10</source>
      <translation>STL-10</translation>
    </message>
    <message>
      <location filename="explorer.datasets.stl10" />
      <source>car</source>
      <translation>汽车</translation>
    </message>
    <message>
      <location filename="explorer.datasets.stl10" />
      <source>monkey</source>
      <translation>猴</translation>
    </message>
    <message>
      <location filename="explorer.datasets.svhn" />
      <source>99 289 colour photographs of 32 × 32 pixels: digits of house numbers and their neighbours.</source>
      <translation>99 289 张 32 × 32 像素的彩色照片：门牌号码中的数字及其相邻数字。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.svhn" />
      <source>SVHN</source>
      <translation>SVHN</translation>
    </message>
    <message>
      <location filename="explorer.datasets.waves" />
      <source>Name the wave's shape, or tell how many cycles it makes.</source>
      <translation>辨认波的形状，或说出它有几个周期。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.waves" />
      <source>Noisy sine, square, saw and chirp waves, one value per time step.</source>
      <translation>带噪声的正弦波、方波、锯齿波和啁啾波，每个时间步一个值。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.waves" />
      <source>Number of time steps.</source>
      <translation>时间步数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.waves" />
      <source>Number of waves in all splits together.</source>
      <translation>所有划分合计的波数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.waves" />
      <source>Standard deviation of the noise; a wave swings from −1 to 1.</source>
      <translation>噪声的标准差；波在 −1 与 1 之间摆动。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.waves" />
      <source>Waves</source>
      <translation>波形</translation>
    </message>
    <message>
      <location filename="explorer.datasets.waves" />
      <source>chirp</source>
      <translation>啁啾波</translation>
    </message>
    <message>
      <location filename="explorer.datasets.waves" />
      <source>saw</source>
      <translation>锯齿波</translation>
    </message>
    <message>
      <location filename="explorer.datasets.waves" />
      <source>sine</source>
      <translation>正弦波</translation>
    </message>
    <message>
      <location filename="explorer.datasets.waves" />
      <source>square</source>
      <translation>方波</translation>
    </message>
    <message>
      <location filename="explorer.datasets.word_windows" />
      <source>Number of words on each side that belong to a window.</source>
      <translation>窗口每一侧所含的单词数。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.word_windows" />
      <source>Predict</source>
      <translation>预测</translation>
    </message>
    <message>
      <location filename="explorer.datasets.word_windows" />
      <source>Reach</source>
      <translation>范围</translation>
    </message>
    <message>
      <location filename="explorer.datasets.word_windows" />
      <source>The word from those around it, those around it from the word, or any that are hidden.</source>
      <translation>由周围的单词预测该词，由该词预测周围的单词，或预测任何被隐藏的单词。</translation>
    </message>
    <message>
      <location filename="explorer.datasets.word_windows" />
      <source>Word windows</source>
      <translation>词窗口</translation>
    </message>
    <message>
      <location filename="explorer.datasets.word_windows" />
      <source>Words of Python's own language reference, each with the words around it.</source>
      <translation>Python 自带语言参考中的单词，各带其周围的单词。</translation>
    </message>
    <message>
      <location filename="explorer.early_stopping" />
      <source>How many epochs may pass without an improvement.</source>
      <translation>允许连续多少轮没有改善。</translation>
    </message>
    <message>
      <location filename="explorer.early_stopping" />
      <source>Least improvement</source>
      <translation>最小改善量</translation>
    </message>
    <message>
      <location filename="explorer.early_stopping" />
      <source>Off</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="explorer.early_stopping" />
      <source>Patience</source>
      <translation>耐心轮数</translation>
    </message>
    <message>
      <location filename="explorer.early_stopping" />
      <source>Smaller changes of the metric do not count.</source>
      <translation>指标更小的变化不算改善。</translation>
    </message>
    <message>
      <location filename="explorer.early_stopping" />
      <source>The validation's metric that has to improve: a lower loss, more accuracy.</source>
      <translation>必须改善的验证指标：损失更低，或准确率更高。</translation>
    </message>
    <message>
      <location filename="explorer.early_stopping" />
      <source>Training ends when validation has not improved for some epochs; the best weights are kept.</source>
      <translation>验证连续若干轮没有改善时训练结束；最好的权重会保留下来。</translation>
    </message>
    <message>
      <location filename="explorer.early_stopping" />
      <source>Training goes on to its limit.</source>
      <translation>训练进行到上限为止。</translation>
    </message>
    <message>
      <location filename="explorer.early_stopping" />
      <source>Watched</source>
      <translation>观察指标</translation>
    </message>
    <message>
      <location filename="explorer.early_stopping" />
      <source>When nothing improves</source>
      <translation>不再改善时</translation>
    </message>
    <message>
      <location filename="explorer.edits" />
      <source>Write a place, an equals sign and a value, such as training.batch_size=32.</source>
      <translation>请写出位置、等号和值，例如 training.batch_size=32。</translation>
    </message>
    <message>
      <location filename="explorer.edits" />
      <source>{text} does not set anything.</source>
      <translation>{text} 没有设置任何内容。</translation>
    </message>
    <message>
      <location filename="explorer.engine.data_budget" />
      <source>Give a number from 0 on, or remove it from the environment.</source>
      <translation>请给出一个不小于 0 的数，或从环境变量中去掉它。</translation>
    </message>
    <message>
      <location filename="explorer.engine.data_budget" />
      <source>{variable} tells how many megabytes of data may lie on the device, but it is {value}.</source>
      <translation>{variable} 规定设备上最多可以放多少兆字节的数据，但它的值是 {value}。</translation>
    </message>
    <message>
      <location filename="explorer.engine.devices" />
      <source>Choose one of: {devices}.</source>
      <translation>请从中选择：{devices}。</translation>
    </message>
    <message>
      <location filename="explorer.engine.devices" />
      <source>Choose the precision of 32-bit floats, or another device.</source>
      <translation>请选择 32 位浮点数的精度，或换一个设备。</translation>
    </message>
    <message>
      <location filename="explorer.engine.devices" />
      <source>The device {device} cannot compute with bfloat16.</source>
      <translation>设备 {device} 不能用 bfloat16 计算。</translation>
    </message>
    <message>
      <location filename="explorer.engine.devices" />
      <source>The device {device} failed its first small computation: {cause}</source>
      <translation>设备 {device} 的第一次小计算失败：{cause}</translation>
    </message>
    <message>
      <location filename="explorer.engine.devices" />
      <source>This machine has no device {device}.</source>
      <translation>本机没有设备 {device}。</translation>
    </message>
    <message>
      <location filename="explorer.engine.devices" />
      <source>Train on the processor (cpu), or update the device's driver and torch so that they fit each other.</source>
      <translation>请在处理器（cpu）上训练，或更新设备驱动和 torch 使两者匹配。</translation>
    </message>
    <message>
      <location filename="explorer.engine.failures" />
      <source>Lower the batch size, make the network smaller, or choose another device. What other programs use of it counts too.</source>
      <translation>请减小批次大小、缩小网络，或选择其他设备。其他程序占用的内存也计算在内。</translation>
    </message>
    <message>
      <location filename="explorer.engine.failures" />
      <source>The device has no memory left for what is being computed.</source>
      <translation>设备内存不足，无法完成当前计算。</translation>
    </message>
    <message>
      <location filename="explorer.engine.given" />
      <source>Give a sample of the shape {wanted}.</source>
      <translation>请给出形状为 {wanted} 的样本。</translation>
    </message>
    <message>
      <location filename="explorer.engine.given" />
      <source>Give a sample that holds {wanted}.</source>
      <translation>请给出由{wanted}组成的样本。</translation>
    </message>
    <message>
      <location filename="explorer.engine.given" />
      <source>Give finite numbers only.</source>
      <translation>请只给出有限数。</translation>
    </message>
    <message>
      <location filename="explorer.engine.given" />
      <source>Give tokens from 0 to {last}.</source>
      <translation>请给出 0 到 {last} 之间的词元。</translation>
    </message>
    <message>
      <location filename="explorer.engine.given" />
      <source>The sample that was given has the shape {actual}, but a sample of these data has {wanted}.</source>
      <translation>给出的样本形状为 {actual}，而这些数据的样本形状为 {wanted}。</translation>
    </message>
    <message>
      <location filename="explorer.engine.given" />
      <source>The sample that was given holds the token {token}, but these data have {count} symbols.</source>
      <translation>给出的样本含有词元 {token}，而这些数据只有 {count} 个符号。</translation>
    </message>
    <message>
      <location filename="explorer.engine.given" />
      <source>The sample that was given holds values that are no finite numbers.</source>
      <translation>给出的样本含有不是有限数的值。</translation>
    </message>
    <message>
      <location filename="explorer.engine.given" />
      <source>The sample that was given holds {actual}, but these data hold {wanted}.</source>
      <translation>给出的样本由{actual}组成，而这些数据由{wanted}组成。</translation>
    </message>
    <message>
      <location filename="explorer.engine.given" />
      <source>The text that was given has {count} symbols that these data know, but this network reads {wanted}.</source>
      <translation>给出的文本中有 {count} 个这些数据认识的符号，而此网络要读 {wanted} 个。</translation>
    </message>
    <message>
      <location filename="explorer.engine.given" />
      <source>Write a longer text.</source>
      <translation>请写更长的文本。</translation>
    </message>
    <message>
      <location filename="explorer.engine.live_changes" />
      <source>Choose a number between -3e38 and 3e38.</source>
      <translation>请选择介于 -3e38 与 3e38 之间的数。</translation>
    </message>
    <message>
      <location filename="explorer.engine.live_changes" />
      <source>Name one number for every dimension, from 0 up to one less than its size.</source>
      <translation>请为每一维给出一个数，从 0 到该维大小减一。</translation>
    </message>
    <message>
      <location filename="explorer.engine.live_changes" />
      <source>Name one of these: {weights}.</source>
      <translation>请从这些当中选择：{weights}。</translation>
    </message>
    <message>
      <location filename="explorer.engine.live_changes" />
      <source>{label} has no weight {weight}.</source>
      <translation>{label}没有名为 {weight} 的权重。</translation>
    </message>
    <message>
      <location filename="explorer.engine.live_changes" />
      <source>{value} is more than a weight can hold.</source>
      <translation>{value} 超出了权重所能表示的范围。</translation>
    </message>
    <message>
      <location filename="explorer.engine.live_changes" />
      <source>{weight} of {label} has the shape {shape}, in which there is no place {index}.</source>
      <translation>{label}的 {weight} 形状为 {shape}，其中没有位置 {index}。</translation>
    </message>
    <message>
      <location filename="explorer.engine.loading" />
      <source>Nothing has to be done: what comes after is trained again.</source>
      <translation>无需任何操作：其后的步骤会重新训练。</translation>
    </message>
    <message>
      <location filename="explorer.engine.loading" />
      <source>The checkpoint at step {step} is damaged, so that the run goes on from step {older}.</source>
      <translation>第 {step} 步的检查点已损坏，因此运行从第 {older} 步继续。</translation>
    </message>
    <message>
      <location filename="explorer.engine.read_worker" />
      <source>Play on: another process takes its place. If it happens again, close other programs that need memory.</source>
      <translation>请继续播放：会有另一个进程接替它。如果再次发生，请关闭其他占用内存的程序。</translation>
    </message>
    <message>
      <location filename="explorer.engine.read_worker" />
      <source>Replace what is damaged, or choose other data; then play on from here.</source>
      <translation>请替换损坏的文件，或选择其他数据；然后从这里继续播放。</translation>
    </message>
    <message>
      <location filename="explorer.engine.read_worker" />
      <source>Samples {first} to {last} of the {split} split cannot be read: {cause}</source>
      <translation>{split} 部分的第 {first} 到 {last} 个样本无法读取：{cause}</translation>
    </message>
    <message>
      <location filename="explorer.engine.read_worker" />
      <source>The process that read the {split} samples from number {first} on has ended (exit code {code}).</source>
      <translation>从第 {first} 个起读取 {split} 样本的进程已经结束（退出码 {code}）。</translation>
    </message>
    <message>
      <location filename="explorer.engine.recorder" />
      <source>Lower the learning rate, clip the gradient, or normalise the inputs.</source>
      <translation>请降低学习率、裁剪梯度，或将输入归一化。</translation>
    </message>
    <message>
      <location filename="explorer.engine.recorder" />
      <source>The loss became {value} at step {step}, so training stopped.</source>
      <translation>第 {step} 步时损失变为 {value}，训练已停止。</translation>
    </message>
    <message>
      <location filename="explorer.engine.returning" />
      <source>Choose a step from 0 to {last}, or train it for longer.</source>
      <translation>请选择 0 至 {last} 之间的步，或继续训练。</translation>
    </message>
    <message>
      <location filename="explorer.engine.returning" />
      <source>The run {run} has come to step {last} and was never at step {step}.</source>
      <translation>运行 {run} 只到第 {last} 步，从未到过第 {step} 步。</translation>
    </message>
    <message>
      <location filename="explorer.engine.returning" />
      <source>The run {run} has no saved weights that could be evaluated.</source>
      <translation>运行 {run} 没有可评估的已保存权重。</translation>
    </message>
    <message>
      <location filename="explorer.engine.returning" />
      <source>Train it first: weights are saved every second, and when it is stopped.</source>
      <translation>请先训练：权重每秒保存一次，停止时也会保存。</translation>
    </message>
    <message>
      <location filename="explorer.engine.session" />
      <source>Fork the run here, and change the fork; or go to the head.</source>
      <translation>请在此处分叉并修改分叉出的运行，或回到最前端。</translation>
    </message>
    <message>
      <location filename="explorer.engine.session" />
      <source>The run stands at step {step}, behind its head at step {head}: what has been cannot be changed.</source>
      <translation>该运行停在第 {step} 步，落后于其最前端第 {head} 步：已发生的无法更改。</translation>
    </message>
    <message>
      <location filename="explorer.engine.timeline" />
      <source>Nothing has to be done: the steps from an earlier moment are replayed instead.</source>
      <translation>无需任何操作：将改为从更早的时刻开始重放这些步。</translation>
    </message>
    <message>
      <location filename="explorer.engine.timeline" />
      <source>What was kept of the run at step {step} is damaged.</source>
      <translation>运行在第 {step} 步保留的数据已损坏。</translation>
    </message>
    <message>
      <location filename="explorer.engine.verdicts" />
      <source>Choose another split, or data with more samples.</source>
      <translation>请选择其他划分，或样本更多的数据。</translation>
    </message>
    <message>
      <location filename="explorer.engine.verdicts" />
      <source>There are no samples in the split “{split}”.</source>
      <translation>“{split}”划分中没有样本。</translation>
    </message>
    <message>
      <location filename="explorer.engine.watching" />
      <source>Choose a number from 0 to {last}.</source>
      <translation>请选择 0 到 {last} 之间的数。</translation>
    </message>
    <message>
      <location filename="explorer.engine.watching" />
      <source>The {split} split has {count} samples; there is no sample {index}.</source>
      <translation>{split}集有 {count} 个样本，没有样本 {index}。</translation>
    </message>
    <message>
      <location filename="explorer.engine.watching" />
      <source>This view could not be computed: {cause}</source>
      <translation>无法计算这个视图：{cause}</translation>
    </message>
    <message>
      <location filename="explorer.engine.watching" />
      <source>Training goes on. Close the view and open it again, or choose other settings.</source>
      <translation>训练继续进行。请关闭视图后重新打开，或选择其他设置。</translation>
    </message>
    <message>
      <location filename="explorer.evaluation.evaluate_run" />
      <source>Evaluating</source>
      <translation>正在评估</translation>
    </message>
    <message>
      <location filename="explorer.evaluation.problems" />
      <source>Give a whole number, “newest” or “best”.</source>
      <translation>请给出整数、“newest”或“best”。</translation>
    </message>
    <message>
      <location filename="explorer.evaluation.problems" />
      <source>{value} is no step.</source>
      <translation>{value} 不是步数。</translation>
    </message>
    <message>
      <location filename="explorer.exploring.find_duplicates" />
      <source>Looking for duplicates</source>
      <translation>正在查找重复样本</translation>
    </message>
    <message>
      <location filename="explorer.exploring.find_samples" />
      <source>Reading samples</source>
      <translation>正在读取样本</translation>
    </message>
    <message>
      <location filename="explorer.exploring.find_samples" />
      <source>Searching samples</source>
      <translation>正在搜索样本</translation>
    </message>
    <message>
      <location filename="explorer.exploring.loaded" />
      <source>Change their settings, or choose other data.</source>
      <translation>请修改数据的设置，或选择其他数据。</translation>
    </message>
    <message>
      <location filename="explorer.exploring.loaded" />
      <source>The data {label} cannot be loaded: {cause}.</source>
      <translation>无法载入数据 {label}：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.exploring.look_at_data" />
      <source>Looking at the data</source>
      <translation>正在查看数据</translation>
    </message>
    <message>
      <location filename="explorer.exploring.project_data" />
      <source>Projecting the data</source>
      <translation>正在投影数据</translation>
    </message>
    <message>
      <location filename="explorer.extent" />
      <source>There would be {count} blocks, more than {limit}.</source>
      <translation>将有 {count} 个模块，超过 {limit} 个。</translation>
    </message>
    <message>
      <location filename="explorer.extent" />
      <source>Use fewer blocks.</source>
      <translation>请减少模块。</translation>
    </message>
    <message>
      <location filename="explorer.fetched" />
      <source>Fetch them: menu Data, “Fetch data…”, or the command “neural-explorer data fetch {id}”. Or put the files there.</source>
      <translation>请获取它们：菜单“数据”中的“获取数据…”，或命令“neural-explorer data fetch {id}”。也可以把文件放到那里。</translation>
    </message>
    <message>
      <location filename="explorer.fetched" />
      <source>Replace it by a fresh copy.</source>
      <translation>请用新的副本替换它。</translation>
    </message>
    <message>
      <location filename="explorer.fetched" />
      <source>The data {label} are not on this machine: there is no {file} in {folder}.</source>
      <translation>本机没有数据“{label}”：{folder} 中没有 {file}。</translation>
    </message>
    <message>
      <location filename="explorer.fetched" />
      <source>The file {file} of the data {label} is damaged: {cause}.</source>
      <translation>数据“{label}”的文件 {file} 已损坏：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.claim" />
      <source>Choose another folder, or make room there.</source>
      <translation>请选择另一个文件夹，或在那里腾出空间。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.claim" />
      <source>The data {label} are being fetched already, by another window or command.</source>
      <translation>数据 {label} 正在由另一个窗口或命令获取。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.claim" />
      <source>The file {file} cannot be written: {cause}.</source>
      <translation>无法写入文件 {file}：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.claim" />
      <source>Wait until that is done, or stop it there.</source>
      <translation>请等它完成，或在那里停止它。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.download" />
      <source>Check the connection to the network and, where there is one, its proxy (HTTP_PROXY, HTTPS_PROXY). Then fetch again: it goes on where it stopped.</source>
      <translation>请检查网络连接以及代理（HTTP_PROXY、HTTPS_PROXY，如果有的话），然后重新获取：它会从停下的地方继续。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.download" />
      <source>The server {host} cannot be reached for {file}: {cause}.</source>
      <translation>无法从服务器 {host} 获取 {file}：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.download" />
      <source>The server {host} does not give {file}: {cause}.</source>
      <translation>服务器 {host} 不提供 {file}：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.download" />
      <source>Try again later. Where a network asks for a password before it lets anything through, open a web page first.</source>
      <translation>请稍后再试。如果网络要先输入密码才能使用，请先打开一个网页。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.download" />
      <source>Try again later; or get the file elsewhere and put it into {folder}.</source>
      <translation>请稍后再试；或者从别处取得该文件并放入 {folder}。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.download" />
      <source>What the server {host} sent as {file} is not that file: {cause}. Nothing of it was kept.</source>
      <translation>服务器 {host} 作为 {file} 发来的内容并不是该文件：{cause}。没有保留任何内容。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.fetch" />
      <source>Fetch it again; if that does not help, put the unpacked files into {folder}.</source>
      <translation>请重新获取；如果仍然不行，请把解压后的文件放入 {folder}。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.fetch" />
      <source>Fetching</source>
      <translation>正在下载</translation>
    </message>
    <message>
      <location filename="explorer.fetching.fetch" />
      <source>Make room there, or let the environment variable NEURAL_EXPLORER_DATA name a folder on another disk.</source>
      <translation>请在那里腾出空间，或用环境变量 NEURAL_EXPLORER_DATA 指定另一磁盘上的文件夹。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.fetch" />
      <source>The archive {file} cannot be unpacked: {cause}. Nothing of it was kept.</source>
      <translation>无法解压档案 {file}：{cause}。没有保留任何内容。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.fetch" />
      <source>There are no data {id} that could be fetched.</source>
      <translation>没有名为 {id} 的可获取数据。</translation>
    </message>
    <message>
      <location filename="explorer.fetching.fetch" />
      <source>There is no room for {label}: {needed} are needed in {folder}, and {free} are free.</source>
      <translation>{label} 没有足够的空间：{folder} 中需要 {needed}，而只剩 {free}。</translation>
    </message>
    <message>
      <location filename="explorer.files" />
      <source>Check its name, and that you may read it.</source>
      <translation>请检查文件名，以及您是否有读取权限。</translation>
    </message>
    <message>
      <location filename="explorer.files" />
      <source>Choose a smaller file.</source>
      <translation>请选择较小的文件。</translation>
    </message>
    <message>
      <location filename="explorer.files" />
      <source>Objects and lists are nested more than {limit} deep.</source>
      <translation>对象和列表的嵌套超过 {limit} 层。</translation>
    </message>
    <message>
      <location filename="explorer.files" />
      <source>Open a file that Neural Explorer has saved, or correct that line.</source>
      <translation>请打开由 Neural Explorer 保存的文件，或改正那一行。</translation>
    </message>
    <message>
      <location filename="explorer.files" />
      <source>The file {file} cannot be read: {cause}.</source>
      <translation>无法读取文件 {file}：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.files" />
      <source>The file {file} has more than {limit} MB, which is more than is read here.</source>
      <translation>文件 {file} 超过 {limit} MB，这里不会读取这么大的文件。</translation>
    </message>
    <message>
      <location filename="explorer.files" />
      <source>This is not JSON: {cause} (line {line}, column {column}).</source>
      <translation>这不是 JSON：{cause}（第 {line} 行，第 {column} 列）。</translation>
    </message>
    <message>
      <location filename="explorer.idx" />
      <source>One image of 28 × 28 pixels, or a sequence of 28 rows of 28 pixels.</source>
      <translation>一幅 28 × 28 像素的图像，或由 28 行、每行 28 像素组成的序列。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>Let it hold one, such as network = nn.Sequential(...).</source>
      <translation>请在其中写一个，例如 network = nn.Sequential(...)。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>Name one of them behind a colon: {choices}.</source>
      <translation>请在冒号后写出其中一个的名字：{choices}。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>Name one of: {choices}.</source>
      <translation>请写出其中之一：{choices}。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>Replace it by modules that have one, or leave it out and put a block in its place afterwards.</source>
      <translation>请换成有对应模块的写法，或先去掉它，之后再在原处放一个模块。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>Run it with Python, and mend what it says.</source>
      <translation>请用 Python 运行它，并修正它报告的错误。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>The file {file} failed while it was run: {cause}.</source>
      <translation>文件 {file} 运行时出错：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>The file {file} holds more than one network.</source>
      <translation>文件 {file} 中有不止一个网络。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>The file {file} holds no network: no torch module, and no class of one that can be made without arguments.</source>
      <translation>文件 {file} 中没有网络：既没有 torch 模块，也没有不带参数就能创建的模块类。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>The way through the network {name} cannot be followed: {cause}.</source>
      <translation>无法跟踪网络 {name} 的计算过程：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>There is no block for {what}.</source>
      <translation>没有与 {what} 对应的模块。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>There is no network {name} in the file {file}.</source>
      <translation>文件 {file} 中没有网络 {name}。</translation>
    </message>
    <message>
      <location filename="explorer.importing.child" />
      <source>Write its forward as calls one after the other, without conditions that depend on values.</source>
      <translation>请把它的 forward 写成一个接一个的调用，不要有依赖于数值的条件。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Add it.</source>
      <translation>请加上它。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Choose a name that ends in one of these: {suffixes}.</source>
      <translation>请选择以下列后缀之一结尾的文件名：{suffixes}。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Give a whole number, or one of: {choices}.</source>
      <translation>请填整数，或从中选择：{choices}。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Give another value.</source>
      <translation>请填其他值。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Give at least {limit}.</source>
      <translation>请填不小于 {limit} 的值。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Give at most {limit} letters.</source>
      <translation>请最多写 {limit} 个字符。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Give at most {limit}.</source>
      <translation>请填不大于 {limit} 的值。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Give less than {limit}.</source>
      <translation>请填小于 {limit} 的值。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Give more than {limit}.</source>
      <translation>请填大于 {limit} 的值。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Give {wanted}.</source>
      <translation>请填{wanted}。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Name a setting by its keys, such as training.optimizer.learning_rate or architecture.network.blocks.3.units.</source>
      <translation>请用键名指明设置，例如 training.optimizer.learning_rate 或 architecture.network.blocks.3.units。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Open a file that Neural Explorer has saved.</source>
      <translation>请打开由 Neural Explorer 保存的文件。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Open it with a version of Neural Explorer that fits, and save it again.</source>
      <translation>请用匹配版本的 Neural Explorer 打开它，再重新保存。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>Remove it, or correct its name.</source>
      <translation>请移除它，或改正它的名称。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>The experiment has the format version {found}, but this program reads version {wanted}.</source>
      <translation>实验的格式版本为 {found}，但本程序读取版本 {wanted}。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>The name {file} tells no format that can be written.</source>
      <translation>文件名 {file} 没有指明可写入的格式。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>The setting {key} is missing here.</source>
      <translation>这里缺少设置 {key}。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>There are fewer than {limit} here.</source>
      <translation>此处不足 {limit} 项。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>There are more than {limit} here.</source>
      <translation>此处超过 {limit} 项。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>There is no experiment {id} in the gallery, and no file of that name.</source>
      <translation>图库中没有实验 {id}，也没有这个名字的文件。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>There is no place {path} in this experiment.</source>
      <translation>这个实验中没有位置 {path}。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>There is no setting {key} here.</source>
      <translation>这里没有设置 {key}。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>This is JSON, but no experiment: it begins with {found}.</source>
      <translation>这是 JSON，但不是实验：它以{found}开头。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>{value} has more than {limit} letters.</source>
      <translation>“{value}”超过 {limit} 个字符。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>{value} is not allowed here: {reason}.</source>
      <translation>这里不允许 {value}：{reason}。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>{value} is not one of the choices.</source>
      <translation>{value} 不在可选项中。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>{value} is not {wanted}.</source>
      <translation>{value} 不是{wanted}。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>{value} is too large.</source>
      <translation>{value} 太大。</translation>
    </message>
    <message>
      <location filename="explorer.input_problems" />
      <source>{value} is too small.</source>
      <translation>{value} 太小。</translation>
    </message>
    <message>
      <location filename="explorer.jobs.client" />
      <source>The process that did this ended before it was done.</source>
      <translation>执行这项工作的进程在完成之前就结束了。</translation>
    </message>
    <message>
      <location filename="explorer.jobs.client" />
      <source>Try again; what other programs use of the memory counts too.</source>
      <translation>请再试一次；其他程序占用的内存也要计算在内。</translation>
    </message>
    <message>
      <location filename="explorer.jobs.problems" />
      <source>Nothing was changed. Try again; if it fails again, tell the people who make this program.</source>
      <translation>什么都没有改变。请再试一次；如果仍然失败，请告诉本程序的开发者。</translation>
    </message>
    <message>
      <location filename="explorer.jobs.problems" />
      <source>See whether the file or folder is there and may be used, and whether there is room left; then try again.</source>
      <translation>请检查文件或文件夹是否存在、是否可用，以及是否还有空间；然后再试一次。</translation>
    </message>
    <message>
      <location filename="explorer.jobs.problems" />
      <source>The disk or the network said no: {cause}</source>
      <translation>磁盘或网络拒绝了：{cause}</translation>
    </message>
    <message>
      <location filename="explorer.jobs.problems" />
      <source>This did not come to its end: {cause}</source>
      <translation>没有完成：{cause}</translation>
    </message>
    <message>
      <location filename="explorer.labelled_texts" />
      <source>Number of words that are known, the most frequent ones.</source>
      <translation>已知单词的个数，取最常见的。</translation>
    </message>
    <message>
      <location filename="explorer.logits" />
      <source>Remove this block, or choose another loss.</source>
      <translation>请去掉这个模块，或选择别的损失。</translation>
    </message>
    <message>
      <location filename="explorer.logits" />
      <source>Remove this block: the probabilities that you see are worked out from the logits.</source>
      <translation>请去掉这个模块：您看到的概率由 logits 算出。</translation>
    </message>
    <message>
      <location filename="explorer.logits" />
      <source>The discriminator ends with {function}, which bounds its scores, but the loss {loss} needs them unbounded.</source>
      <translation>判别器以 {function} 结尾，评分因此有界，但损失 {loss} 需要无界的评分。</translation>
    </message>
    <message>
      <location filename="explorer.logits" />
      <source>The network ends with {function}, but the objective {objective} works on logits and squashes them itself: that would be done twice.</source>
      <translation>网络以 {function} 结尾，但目标“{objective}”作用于 logits，并自行压缩它们：这样会压缩两次。</translation>
    </message>
    <message>
      <location filename="explorer.logits" />
      <source>Use layer, group or instance normalisation in the discriminator, or choose another loss.</source>
      <translation>请在判别器中改用层归一化、组归一化或实例归一化，或选择别的损失。</translation>
    </message>
    <message>
      <location filename="explorer.logits" />
      <source>{label} mixes the samples of a batch, but the loss {loss} penalises the gradient of every sample by itself.</source>
      <translation>{label}会混合一批中的各个样本，但损失 {loss} 要逐个样本惩罚梯度。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>0 to 1</source>
      <translation>0 到 1</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>32-bit floats</source>
      <translation>32 位浮点数</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>A generator makes samples, a discriminator tells them from real ones.</source>
      <translation>生成器制作样本，判别器把它们与真实样本区分开。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Adversarial</source>
      <translation>对抗</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Backwards</source>
      <translation>倒序</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Balanced</source>
      <translation>均衡</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Blobs</source>
      <translation>团块</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Breeds</source>
      <translation>品种</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>By the alphabet</source>
      <translation>按字母表</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Byte pairs</source>
      <translation>字节对</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Cat or dog</source>
      <translation>猫或狗</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Choose data of pictures, sequences or vectors, or an objective for tokens.</source>
      <translation>请选择图像、序列或向量数据，或选择适用于词元的目标。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Circles</source>
      <translation>同心圆</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Constant</source>
      <translation>恒定</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Cosine</source>
      <translation>余弦</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Count the cycles</source>
      <translation>数周期</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Critic steps</source>
      <translation>判别器步数</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Cross-entropy</source>
      <translation>交叉熵</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Cut off the edges</source>
      <translation>裁去边缘</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Digits 0 to 9</source>
      <translation>数字 0 到 9</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Digits and letters</source>
      <translation>数字和字母</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Easy</source>
      <translation>容易</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Epochs</source>
      <translation>轮数</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Fill up</source>
      <translation>填满空白</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Grey</source>
      <translation>灰度</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Groups of them</source>
      <translation>事物组</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Hard</source>
      <translation>困难</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Hidden words</source>
      <translation>被隐藏的单词</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Hinge</source>
      <translation>合页（Hinge）</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Images, channels last</source>
      <translation>图像，通道在后</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Instance noise</source>
      <translation>实例噪声</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Instance noise steps</source>
      <translation>实例噪声步数</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Inverse square root</source>
      <translation>平方根倒数</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Kinds of things</source>
      <translation>事物种类</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>LSGAN</source>
      <translation>LSGAN</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Let the last block give {wanted}, for example a dense block with as many outputs as there are classes.</source>
      <translation>请让最后一个模块给出{wanted}，例如输出数等于类别数的全连接模块。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Letters A to Z</source>
      <translation>字母 A 到 Z</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Mean 0, deviation 1</source>
      <translation>均值 0，标准差 1</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Medium</source>
      <translation>中等</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Name the class</source>
      <translation>说出类别</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Name the colour</source>
      <translation>辨认颜色</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Name the motif</source>
      <translation>辨认特征波形</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Name the shape</source>
      <translation>辨认形状</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Name the texture</source>
      <translation>辨认纹理</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Quarters (XOR)</source>
      <translation>四象限（异或）</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>R1 penalty</source>
      <translation>R1 惩罚</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Sequence of moments</source>
      <translation>时刻序列</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Sequence of rows</source>
      <translation>按行的序列</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Standard deviation of the noise added to all that the discriminator sees, in units of the data.</source>
      <translation>加在判别器所见一切之上的噪声的标准差，以数据为单位。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Steps until the instance noise has faded to zero.</source>
      <translation>实例噪声衰减到零所用的步数。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Stretch</source>
      <translation>拉伸</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Tell how far it is turned</source>
      <translation>说出它转了多少</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Tell its size</source>
      <translation>说出它的大小</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Tell the value</source>
      <translation>说出数值</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Tell where it lies</source>
      <translation>说出它的位置</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>The network gives {actual}, but the objective needs {wanted}.</source>
      <translation>网络给出{actual}，但目标需要{wanted}。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>The objective {objective} works on numbers, but these data are tokens.</source>
      <translation>目标“{objective}”处理的是数值，而这些数据是词元。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>The word</source>
      <translation>该词</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>The words around it</source>
      <translation>周围的单词</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Two moons</source>
      <translation>双月</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Two spirals</source>
      <translation>双螺旋</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Updates of the discriminator for one of the generator, each on a batch of its own.</source>
      <translation>生成器每更新一次，判别器更新的次数；每次各用一个批次。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Vectors</source>
      <translation>向量</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>WGAN-GP</source>
      <translation>WGAN-GP</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>WGAN-GP's penalty</source>
      <translation>WGAN-GP 惩罚</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Weight of keeping the discriminator's gradient at length 1 between real and made samples.</source>
      <translation>在真实样本与生成样本之间使判别器梯度长度保持为 1 的权重。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Weight of the squared gradient of the discriminator at real samples (R1); zero switches it off.</source>
      <translation>判别器在真实样本处梯度平方的权重（R1）；为零则关闭。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>What the scores mean: cross-entropy, least squares (LSGAN), Wasserstein (WGAN-GP) or hinge.</source>
      <translation>评分的含义：交叉熵、最小二乘（LSGAN）、Wasserstein（WGAN-GP）或合页。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>Words</source>
      <translation>单词数</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>bfloat16 (16-bit)</source>
      <translation>bfloat16（16 位）</translation>
    </message>
    <message>
      <location filename="explorer.objectives.adversarial" />
      <source>−1 to 1</source>
      <translation>−1 到 1</translation>
    </message>
    <message>
      <location filename="explorer.objectives.classify" />
      <source>Balanced: the rarer a class among the training samples, the more each of its samples counts.</source>
      <translation>均衡：一个类别在训练样本中越少见，它的每个样本就越重要。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.classify" />
      <source>Class weights</source>
      <translation>类别权重</translation>
    </message>
    <message>
      <location filename="explorer.objectives.classify" />
      <source>Classify</source>
      <translation>分类</translation>
    </message>
    <message>
      <location filename="explorer.objectives.classify" />
      <source>Divides the logits: above 1 the answers are less certain.</source>
      <translation>用它去除 logits：大于 1 时回答更不确定。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.classify" />
      <source>Label smoothing</source>
      <translation>标签平滑</translation>
    </message>
    <message>
      <location filename="explorer.objectives.classify" />
      <source>Share of the answer that is asked for in equal parts of all classes, while training.</source>
      <translation>训练时，答案中平均分给所有类别的那一部分。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.classify" />
      <source>Temperature</source>
      <translation>温度</translation>
    </message>
    <message>
      <location filename="explorer.objectives.classify" />
      <source>The network names the class of every sample.</source>
      <translation>网络说出每个样本的类别。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.fit" />
      <source>A classical estimator is fitted to all training samples in one step.</source>
      <translation>经典估计器在一步之内拟合全部训练样本。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.fit" />
      <source>Choose data of words, such as sentences.</source>
      <translation>请选择由单词组成的数据，例如句子。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.fit" />
      <source>Fit at once</source>
      <translation>一次拟合</translation>
    </message>
    <message>
      <location filename="explorer.objectives.fit" />
      <source>The objective {objective} counts words, but these data are not tokens.</source>
      <translation>目标“{objective}”要数单词，但这些数据不是词元。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.masked" />
      <source>Hidden share</source>
      <translation>隐藏比例</translation>
    </message>
    <message>
      <location filename="explorer.objectives.masked" />
      <source>Predict hidden words</source>
      <translation>预测被隐藏的单词</translation>
    </message>
    <message>
      <location filename="explorer.objectives.masked" />
      <source>Share of the words that are hidden.</source>
      <translation>被隐藏单词的比例。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.masked" />
      <source>Some words are hidden, and the network predicts them from what stands on both sides.</source>
      <translation>一些单词被隐藏，网络由两侧的内容预测它们。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.masked" />
      <source>The objective {objective} hides words, but these data have no symbol that stands for a hidden word.</source>
      <translation>目标“{objective}”要隐藏单词，但这些数据没有代表被隐藏单词的符号。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.predict_next" />
      <source>At every position the network predicts the token that comes next.</source>
      <translation>网络在每个位置预测接下来的词元。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.predict_next" />
      <source>Predict next</source>
      <translation>预测下一个</translation>
    </message>
    <message>
      <location filename="explorer.objectives.predict_words" />
      <source>Predict words</source>
      <translation>预测单词</translation>
    </message>
    <message>
      <location filename="explorer.objectives.predict_words" />
      <source>The network predicts a word from those around it, or those around it from the word.</source>
      <translation>网络由周围的单词预测一个词，或由一个词预测周围的单词。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.reconstruct" />
      <source>End with a dense block of {size} outputs and a reshape block to {wanted}, or with a convolution that keeps the size of the image.</source>
      <translation>以一个有 {size} 个输出的全连接块加一个变形为 {wanted} 的变形块结尾，或以保持图像大小的卷积结尾。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.reconstruct" />
      <source>Reconstruct</source>
      <translation>还原</translation>
    </message>
    <message>
      <location filename="explorer.objectives.reconstruct" />
      <source>Standard deviation of the noise added to the input, in units of the data.</source>
      <translation>加在输入上的噪声的标准差，以数据的单位计。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.reconstruct" />
      <source>The network gives back the sample that it receives, noise taken away.</source>
      <translation>网络还原它收到的样本，并去掉噪声。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.reconstruct" />
      <source>The network gives {actual}, but has to give back {wanted}, as it receives it.</source>
      <translation>网络给出 {actual}，但必须还原出它所收到的 {wanted}。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.regress" />
      <source>Regress</source>
      <translation>回归</translation>
    </message>
    <message>
      <location filename="explorer.objectives.regress" />
      <source>The network tells one or more real values of every sample.</source>
      <translation>网络说出每个样本的一个或多个实数值。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.translate" />
      <source>An encoder reads one token sequence, a decoder writes another.</source>
      <translation>编码器读取一个词元序列，解码器写出另一个。</translation>
    </message>
    <message>
      <location filename="explorer.objectives.translate" />
      <source>Translate</source>
      <translation>翻译</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>AMSGrad</source>
      <translation>AMSGrad 式</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Adam</source>
      <translation>Adam</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Adam whose weight decay acts on the weights themselves, not on the gradient.</source>
      <translation>权重衰减直接作用于权重而非梯度的 Adam。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>AdamW</source>
      <translation>AdamW</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Beta 1</source>
      <translation>Beta 1</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Beta 2</source>
      <translation>Beta 2</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Centred</source>
      <translation>中心化</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Divides by the gradient's spread around its mean instead of its size.</source>
      <translation>除以梯度围绕其均值的离散程度，而不是梯度的大小。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Divides by the largest squared gradient so far: steps never grow again.</source>
      <translation>除以迄今最大的梯度平方：步长不会再变大。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Divides every gradient by the running size of its past ones.</source>
      <translation>每个梯度都除以其过去梯度的滑动均方根。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Epsilon</source>
      <translation>除数常数 ε</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Every weight gets a step length of its own from the history of its gradients.</source>
      <translation>每个权重根据其梯度的历史得到自己的步长。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Keeps the divisor away from zero.</source>
      <translation>使除数不会为零。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Length of a step.</source>
      <translation>一步的长度。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Looks ahead along the momentum before it takes the gradient's step.</source>
      <translation>先沿动量向前看一步，再按梯度迈步。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Memory of the mean gradient.</source>
      <translation>平均梯度的记忆。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Memory of the squared gradient.</source>
      <translation>平方梯度的记忆。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Nesterov</source>
      <translation>Nesterov 动量</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Pull of every weight towards zero.</source>
      <translation>把每个权重拉向零的力度。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>RMSprop</source>
      <translation>RMSprop</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>SGD</source>
      <translation>SGD</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Share of the last step that is kept.</source>
      <translation>上一步被保留的比例。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Steps against the gradient; momentum keeps part of the last step.</source>
      <translation>逆着梯度前进；动量保留上一步的一部分。</translation>
    </message>
    <message>
      <location filename="explorer.optimizers" />
      <source>Weight decay</source>
      <translation>权重衰减</translation>
    </message>
    <message>
      <location filename="explorer.own.class_folders" />
      <source>Cap</source>
      <translation>上限</translation>
    </message>
    <message>
      <location filename="explorer.own.class_folders" />
      <source>Cap per class</source>
      <translation>每类上限</translation>
    </message>
    <message>
      <location filename="explorer.own.class_folders" />
      <source>Most samples of each class that are used; 0 takes all.</source>
      <translation>每个类别最多使用的样本数；0 表示全部。</translation>
    </message>
    <message>
      <location filename="explorer.own.class_folders" />
      <source>Most samples that are used; 0 takes all.</source>
      <translation>最多使用的样本数；0 表示全部。</translation>
    </message>
    <message>
      <location filename="explorer.own.missing" />
      <source>Put it back and play on, or scan again: Data &gt; Your own data….</source>
      <translation>请放回它并继续，或重新扫描：数据 &gt; 你自己的数据…。</translation>
    </message>
    <message>
      <location filename="explorer.own.missing" />
      <source>Replace it and play on, or scan again: Data &gt; Your own data….</source>
      <translation>请替换它并继续，或重新扫描：数据 &gt; 你自己的数据…。</translation>
    </message>
    <message>
      <location filename="explorer.own.missing" />
      <source>{file} can no longer be read: {cause}.</source>
      <translation>{file} 无法再读取：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.own.missing" />
      <source>{file} has gone since the data were scanned.</source>
      <translation>{file} 在扫描之后不见了。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Add samples of other classes; in a folder, each class has a folder of its own.</source>
      <translation>请加入其他类别的样本；在文件夹中，每个类别有自己的子文件夹。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Add samples, and scan again.</source>
      <translation>请加入样本，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Add samples, or remove the class.</source>
      <translation>请加入样本，或去掉这个类别。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>All samples are of one class, {name}: there is nothing to tell apart.</source>
      <translation>所有样本都属于同一类别 {name}：没有什么可区分的。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Balance the class weights of the objective, or set a cap per class.</source>
      <translation>请在目标中平衡类别权重，或设定每类上限。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Check its name; if it was moved, choose it in Data &gt; Your own data….</source>
      <translation>请检查名称；若已移动，请在“数据 &gt; 你自己的数据…”中重新选择。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Check that you may read it, and that the disk is there; then scan again.</source>
      <translation>请检查你是否有读取权限、磁盘是否在；然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Choose a CSV, TSV, Parquet, NPZ, NPY or text file, or a folder of pictures, sounds or texts.</source>
      <translation>请选择 CSV、TSV、Parquet、NPZ、NPY 或文本文件，或一个图片、声音或文本的文件夹。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Choose a file of plain text.</source>
      <translation>请选择纯文本文件。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Choose a file or a folder in Data &gt; Your own data…, or drop it onto the window.</source>
      <translation>请在“数据 &gt; 你自己的数据…”中选择文件或文件夹，或把它拖到窗口上。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Choose a folder of pictures, sounds or texts, or a file: CSV, TSV, Parquet, NPZ, NPY or plain text.</source>
      <translation>请选择图片、声音或文本的文件夹，或一个文件：CSV、TSV、Parquet、NPZ、NPY 或纯文本。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Choose a longer text, or a folder of texts.</source>
      <translation>请选择更长的文本，或一个文本文件夹。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Choose a table with a column for the answer and at least one beside it.</source>
      <translation>请选择一张表格，除答案列外至少还有一列。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Choose a table with a row for every sample.</source>
      <translation>请选择每个样本占一行的表格。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Choose another column for the classes, or tell a number instead of a class.</source>
      <translation>请选另一列作为类别，或改为说出数值。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Choose the folder in which it lies, with one folder inside for every class.</source>
      <translation>请选择它所在的文件夹，其中每个类别有一个子文件夹。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Columns that no network gets, as nearly every row has words of its own there: {names}.</source>
      <translation>网络用不到的列（几乎每行的文字都不同）：{names}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Decide which label is right, and scan again.</source>
      <translation>请确定哪个标签正确，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Files without a label: {count}, such as {file}.</source>
      <translation>没有标签的文件：{count} 个，例如 {file}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Give both the same columns, and scan again.</source>
      <translation>请让两者的列相同，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>It is left out; make it smaller, and scan again.</source>
      <translation>它被略去；请缩小它，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>It is left out; replace it, and scan again.</source>
      <translation>它被略去；请替换它，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>It is left out; save it as WAV with whole numbers (PCM), and scan again.</source>
      <translation>它被略去；请存为整数（PCM）的 WAV，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Mend or remove what they name, and scan again.</source>
      <translation>请修复或去掉它们所指的文件，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>More problems of the same kind: {count}.</source>
      <translation>同类的其他问题：{count} 个。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Move some of them into the training folder.</source>
      <translation>请把其中一些移到训练文件夹。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Name one of the folders train.</source>
      <translation>请把其中一个文件夹命名为 train。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>No array of {file} holds samples: the first axis of one has to count them.</source>
      <translation>{file} 中没有数组存有样本：须有一个数组的第一个轴数样本。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>No data of your own are chosen yet.</source>
      <translation>还没有选择你自己的数据。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Nothing has to be done; a longer text would not fit into memory.</source>
      <translation>无需处理；更长的文本放不进内存。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Put files into its folder, or remove the folder.</source>
      <translation>请把文件放进它的文件夹，或去掉这个文件夹。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Remove them: one may come into the test while its twin is trained on.</source>
      <translation>请去掉它们：其中一个可能进入测试，而与它相同的样本已用于训练。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Rename it; it is left out until then.</source>
      <translation>请改名；在此之前它被略去。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Replace it, or remove it; then scan again.</source>
      <translation>请替换或去掉它，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Rows of {file} that do not have {wanted} cells: {count}, the first of them in line {line} with {found}.</source>
      <translation>{file} 中单元格数不是 {wanted} 的行：{count} 行，第一行在第 {line} 行，有 {found} 个。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Rows of {file} with an empty text or label: {count}, the first of them in line {line}.</source>
      <translation>{file} 中文本或标签为空的行：{count} 行，第一行在第 {line} 行。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Rows that have nothing in {name}, which is to be told: {count}.</source>
      <translation>要预测的 {name} 列为空的行：{count} 行。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Samples that are copies of others: {count}, such as {file}.</source>
      <translation>与其他样本相同的副本：{count} 个，例如 {file}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Samples that can be used: {count}. Training, validation and test need at least {limit}.</source>
      <translation>可用的样本：{count} 个。训练、验证和测试至少需要 {limit} 个。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Samples that equal another one with a different label: {count}, such as {file}.</source>
      <translation>与另一个标签不同的样本完全相同的样本：{count} 个，例如 {file}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Samples that lie in another split too: {count}, such as {file}, which is in {split} as well.</source>
      <translation>同时出现在另一划分中的样本：{count} 个，例如 {file}，它也在{split}中。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Save an array whose shape begins with the number of samples.</source>
      <translation>请保存一个形状以样本数开头的数组。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Save it again as CSV in UTF-8, and scan again.</source>
      <translation>请以 UTF-8 重新存为 CSV，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Save it again with numpy.savez or numpy.save.</source>
      <translation>请用 numpy.savez 或 numpy.save 重新保存。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Save it as UTF-8.</source>
      <translation>请存为 UTF-8。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Save it as an array of numbers, such as numpy.asarray(values, dtype=numpy.float32).</source>
      <translation>请存为数值数组，例如 numpy.asarray(values, dtype=numpy.float32)。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Save it as an array of numbers.</source>
      <translation>请存为数值数组。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Save it as arrays (NPZ or NPY), or keep fewer columns.</source>
      <translation>请存为数组（NPZ 或 NPY），或减少列数。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Save its arrays as NPY files in a folder, which are read piece by piece.</source>
      <translation>请把其中的数组存为文件夹中的 NPY 文件，它们会逐块读取。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Scan again: Data &gt; Your own data….</source>
      <translation>请重新扫描：数据 &gt; 你自己的数据…。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The array {name} holds {type}, not numbers.</source>
      <translation>数组 {name} 存的是 {type}，不是数值。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The array {name} in {file} holds Python objects, which could run anything when they are read.</source>
      <translation>{file} 中的数组 {name} 存有 Python 对象，读取它们可能运行任何东西。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The class {name} has no samples.</source>
      <translation>类别 {name} 没有样本。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The class {name} has only one sample, which cannot be both learned and tested.</source>
      <translation>类别 {name} 只有一个样本，无法既用来学习又用来测试。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The class {name} has samples in {split}, but none for training.</source>
      <translation>类别 {name} 在{split}中有样本，但没有训练样本。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The files in {path} have changed since they were scanned.</source>
      <translation>{path} 中的文件在扫描之后有改动。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The folder {path} holds nothing that can be read as data.</source>
      <translation>文件夹 {path} 中没有可作为数据读取的内容。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The largest class, {large}, has {times} times as many samples as the smallest, {small}.</source>
      <translation>最大的类别 {large} 的样本数是最小的类别 {small} 的 {times} 倍。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The mean of the training samples takes their place; correct them, and scan again.</source>
      <translation>以训练样本的均值代替；请改正它们，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The name {file} is no text in any encoding.</source>
      <translation>名称 {file} 在任何编码下都不是文字。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The picture {file} has more than {limit} pixels: {size}.</source>
      <translation>图片 {file} 的像素多于 {limit}：{size}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The picture {file} is damaged: {cause}.</source>
      <translation>图片 {file} 已损坏：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The row is left out; add the file, or remove the row.</source>
      <translation>该行被略去；请补上文件，或去掉该行。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The sound {file} is damaged, or no plain WAV: {cause}.</source>
      <translation>声音 {file} 已损坏，或不是普通的 WAV：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The table {file} cannot be read: {cause}.</source>
      <translation>表格 {file} 无法读取：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The table {file} has a single column, so there is nothing to tell from anything else.</source>
      <translation>表格 {file} 只有一列，因此没有什么可由其他列说出。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The table {file} has no rows.</source>
      <translation>表格 {file} 没有行。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The table {file} has {count} columns, but {other}, to which it belongs, has {wanted}.</source>
      <translation>表格 {file} 有 {count} 列，而它所属的 {other} 有 {wanted} 列。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The table {file} has {count} columns, more than {limit}.</source>
      <translation>表格 {file} 有 {count} 列，多于 {limit}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The test would be too easy: remove them from one of the splits, and scan again.</source>
      <translation>这样测试会太容易：请从其中一个划分中去掉它们，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The text is longer than {limit} MB; what lies behind is left out.</source>
      <translation>文本长于 {limit} MB；其后的部分被略去。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>The text is too short: it has {count} characters, and at least {limit} are needed.</source>
      <translation>文本太短：有 {count} 个字符，至少需要 {limit} 个。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>There are {count} classes, more than {limit}.</source>
      <translation>有 {count} 个类别，多于 {limit}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>There is no file or folder {path}.</source>
      <translation>没有文件或文件夹 {path}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>There is no folder of training samples beside those of validation or test.</source>
      <translation>除验证或测试文件夹外，没有训练样本的文件夹。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>They are left out; add them to the table of labels.</source>
      <translation>它们被略去；请把它们加入标签表。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>They are left out; fill them in, and scan again.</source>
      <translation>这些行被略去；请补全后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>They are left out; mend or remove them.</source>
      <translation>它们被略去；请修复或去掉它们。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>They are left out; mend them, and scan again.</source>
      <translation>它们被略去；请修复它们，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>They are read as 0; replace them, such as with numpy.nan_to_num, and scan again.</source>
      <translation>它们按 0 读取；请替换它们，例如用 numpy.nan_to_num，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>They are told apart by numbers behind their names; rename one of them to be sure.</source>
      <translation>它们以名称后的数字区分；为稳妥起见请给其中一列改名。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Two columns of {file} are named {name}.</source>
      <translation>{file} 中有两列都叫 {name}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Unpack it, and choose the folder that comes of it.</source>
      <translation>请解压它，并选择解压出的文件夹。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Values of the array {name} that are not finite: {count}.</source>
      <translation>数组 {name} 中不是有限数的值：{count} 个。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Values of {name} that are missing or infinite: {count}.</source>
      <translation>{name} 中缺失或无穷的值：{count} 个。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>Write numbers, or words that come again, and scan again.</source>
      <translation>请改为数字或重复出现的词，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>{file} cannot be read as arrays: {cause}.</source>
      <translation>{file} 无法作为数组读取：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>{file} cannot be read: {cause}.</source>
      <translation>{file} 无法读取：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>{file} is a single picture or sound, from which nothing can be learned.</source>
      <translation>{file} 只是一张图片或一段声音，无法从中学习。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>{file} is an archive, and archives are not opened here.</source>
      <translation>{file} 是压缩包，这里不打开压缩包。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>{file} is empty.</source>
      <translation>{file} 是空的。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>{file} is in no encoding that is known here; it is read as {encoding}, and some letters may be wrong.</source>
      <translation>{file} 不是这里认识的编码；按 {encoding} 读取，有些字可能不对。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>{file} is no text: it holds zero bytes.</source>
      <translation>{file} 不是文本：其中有零字节。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>{file} is of no kind that is read here.</source>
      <translation>{file} 不是这里能读取的种类。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>{file} names {name}, which is not in the folder.</source>
      <translation>{file} 提到 {name}，但它不在文件夹中。</translation>
    </message>
    <message>
      <location filename="explorer.own.problems" />
      <source>{file} would take {size} of memory when it is unpacked.</source>
      <translation>{file} 解开后将占用 {size} 内存。</translation>
    </message>
    <message>
      <location filename="explorer.own.scan_job" />
      <source>Scanning</source>
      <translation>正在扫描</translation>
    </message>
    <message>
      <location filename="explorer.own.spec" />
      <source>Share of the training samples that is for the test, where the files do not say it.</source>
      <translation>文件未指明时，训练样本中用于测试的比例。</translation>
    </message>
    <message>
      <location filename="explorer.own.spec" />
      <source>Share of the training samples that is for validation, where the files do not say it.</source>
      <translation>文件未指明时，训练样本中用于验证的比例。</translation>
    </message>
    <message>
      <location filename="explorer.own.spec" />
      <source>Test share</source>
      <translation>测试比例</translation>
    </message>
    <message>
      <location filename="explorer.own.spec" />
      <source>Validation share</source>
      <translation>验证比例</translation>
    </message>
    <message>
      <location filename="explorer.photographs" />
      <source>Colours from 0 to 1, or from −1 to 1 as a generator with tanh makes them.</source>
      <translation>颜色从 0 到 1，或从 −1 到 1（与以 tanh 结尾的生成器一致）。</translation>
    </message>
    <message>
      <location filename="explorer.photographs" />
      <source>Range</source>
      <translation>取值范围</translation>
    </message>
    <message>
      <location filename="explorer.preparation" />
      <source>Samples that are used for training, of every class as large a share as in all of them.</source>
      <translation>用于训练的样本数；每个类别所占的比例与全部样本中相同。</translation>
    </message>
    <message>
      <location filename="explorer.preparation" />
      <source>Share of the training samples that get the name of another class.</source>
      <translation>被换成其他类别名称的训练样本所占的比例。</translation>
    </message>
    <message>
      <location filename="explorer.preparation" />
      <source>Training samples</source>
      <translation>训练样本</translation>
    </message>
    <message>
      <location filename="explorer.preparation" />
      <source>What every batch goes through, one after the other; evaluation and views see samples normalised at most.</source>
      <translation>每个批次依次经过的处理；评估和视图看到的样本最多只经过归一化。</translation>
    </message>
    <message>
      <location filename="explorer.preparation" />
      <source>What is done with the training samples before networks receive them.</source>
      <translation>训练样本在送入网络之前要经过的处理。</translation>
    </message>
    <message>
      <location filename="explorer.preparation_check" />
      <source>Move it before the transform Normalise inputs.</source>
      <translation>请把它移到变换“输入归一化”之前。</translation>
    </message>
    <message>
      <location filename="explorer.preparation_check" />
      <source>Remove it, or choose other data.</source>
      <translation>请移除它，或选择其他数据。</translation>
    </message>
    <message>
      <location filename="explorer.preparation_check" />
      <source>Remove it, or choose the objective Classify.</source>
      <translation>请移除它，或选择训练目标“分类”。</translation>
    </message>
    <message>
      <location filename="explorer.preparation_check" />
      <source>Remove one of them, or give the first one the settings of both.</source>
      <translation>请移除其中一个，或把两者的设置合到第一个里。</translation>
    </message>
    <message>
      <location filename="explorer.preparation_check" />
      <source>The transform {transform} cannot work on {data}: these data are {kind}.</source>
      <translation>变换“{transform}”不能用于“{data}”：这份数据是{kind}。</translation>
    </message>
    <message>
      <location filename="explorer.preparation_check" />
      <source>The transform {transform} finds samples that are normalised already: their values do not tell how bright a pixel is.</source>
      <translation>变换“{transform}”得到的样本已经过归一化：数值不再表示像素有多亮。</translation>
    </message>
    <message>
      <location filename="explorer.preparation_check" />
      <source>The transform {transform} mixes the classes of samples, but the objective {objective} does not ask for one class of each.</source>
      <translation>变换“{transform}”会混合样本的类别，但训练目标“{objective}”并不要求给出每个样本的类别。</translation>
    </message>
    <message>
      <location filename="explorer.preparation_check" />
      <source>The transform {transform} stands in the list a second time.</source>
      <translation>变换“{transform}”在列表中出现了第二次。</translation>
    </message>
    <message>
      <location filename="explorer.preparation_preview" />
      <source>Preparing samples</source>
      <translation>准备样本</translation>
    </message>
    <message>
      <location filename="explorer.probes.activations" />
      <source>Choose something else to look at, or close this view.</source>
      <translation>请选择其他要看的内容，或关闭这个视图。</translation>
    </message>
    <message>
      <location filename="explorer.probes.activations" />
      <source>What one block answers for the pinned sample.</source>
      <translation>一个模块对固定样本的回答。</translation>
    </message>
    <message>
      <location filename="explorer.probes.activations" />
      <source>Which block to look at, by its path in the experiment.</source>
      <translation>要看哪个模块，以其在实验中的路径指明。</translation>
    </message>
    <message>
      <location filename="explorer.probes.activations" />
      <source>{view} has nothing to look at here: {cause}</source>
      <translation>{view} 在这里没有可看的内容：{cause}</translation>
    </message>
    <message>
      <location filename="explorer.probes.answer" />
      <source>Answer</source>
      <translation>回答</translation>
    </message>
    <message>
      <location filename="explorer.probes.answer" />
      <source>What the network answers for the pinned sample, and how sure it is.</source>
      <translation>网络对固定样本的回答，以及它有多大把握。</translation>
    </message>
    <message>
      <location filename="explorer.probes.attention" />
      <source>Only this network, such as decoder; empty takes all.</source>
      <translation>只看这个网络，例如 decoder；空则全部。</translation>
    </message>
    <message>
      <location filename="explorer.probes.attention" />
      <source>Where every attention head looks, for the pinned sample.</source>
      <translation>对固定样本，每个注意力头看向哪里。</translation>
    </message>
    <message>
      <location filename="explorer.probes.block_outputs" />
      <source>Block outputs</source>
      <translation>各模块的输出</translation>
    </message>
    <message>
      <location filename="explorer.probes.block_outputs" />
      <source>What every block answers for the pinned sample, in small.</source>
      <translation>每个模块对固定样本的输出缩略图。</translation>
    </message>
    <message>
      <location filename="explorer.probes.boundary" />
      <source>Decision boundary</source>
      <translation>决策边界</translation>
    </message>
    <message>
      <location filename="explorer.probes.boundary" />
      <source>Grid points along each side.</source>
      <translation>每边的网格点数。</translation>
    </message>
    <message>
      <location filename="explorer.probes.boundary" />
      <source>Resolution</source>
      <translation>分辨率</translation>
    </message>
    <message>
      <location filename="explorer.probes.boundary" />
      <source>What the network answers everywhere in the plane.</source>
      <translation>网络在平面各处的回答。</translation>
    </message>
    <message>
      <location filename="explorer.probes.gan_samples" />
      <source>Number of samples that are made.</source>
      <translation>制作的样本数。</translation>
    </message>
    <message>
      <location filename="explorer.probes.gan_samples" />
      <source>What the generator makes of the same noise, step after step.</source>
      <translation>生成器一步步用同样的噪声做出什么。</translation>
    </message>
    <message>
      <location filename="explorer.probes.generated_text" />
      <source>0 takes the likeliest symbol, 1 draws as the network says, more draws more evenly.</source>
      <translation>0 取最可能的符号，1 按网络所说抽取，更大则更均匀。</translation>
    </message>
    <message>
      <location filename="explorer.probes.generated_text" />
      <source>Another number draws other symbols.</source>
      <translation>换一个数就抽取其他符号。</translation>
    </message>
    <message>
      <location filename="explorer.probes.generated_text" />
      <source>Draw</source>
      <translation>抽取</translation>
    </message>
    <message>
      <location filename="explorer.probes.generated_text" />
      <source>Generated text</source>
      <translation>生成的文本</translation>
    </message>
    <message>
      <location filename="explorer.probes.generated_text" />
      <source>Number of symbols to write.</source>
      <translation>要写的符号数。</translation>
    </message>
    <message>
      <location filename="explorer.probes.generated_text" />
      <source>The text that is to be continued.</source>
      <translation>需要接着写下去的文本。</translation>
    </message>
    <message>
      <location filename="explorer.probes.generated_text" />
      <source>What the network writes by itself after a prompt.</source>
      <translation>网络在提示文本之后自己写出的内容。</translation>
    </message>
    <message>
      <location filename="explorer.probes.hidden_words" />
      <source>Number of sentences that are shown.</source>
      <translation>显示的句子数。</translation>
    </message>
    <message>
      <location filename="explorer.probes.hidden_words" />
      <source>What the network takes the hidden words of some sentences for.</source>
      <translation>网络把一些句子中被隐藏的单词当作什么。</translation>
    </message>
    <message>
      <location filename="explorer.probes.predictions" />
      <source>First sample</source>
      <translation>第一个样本</translation>
    </message>
    <message>
      <location filename="explorer.probes.predictions" />
      <source>Number of samples that are shown.</source>
      <translation>所显示的样本数。</translation>
    </message>
    <message>
      <location filename="explorer.probes.predictions" />
      <source>Number of the first sample that is shown.</source>
      <translation>所显示的第一个样本的编号。</translation>
    </message>
    <message>
      <location filename="explorer.probes.predictions" />
      <source>Predictions</source>
      <translation>预测</translation>
    </message>
    <message>
      <location filename="explorer.probes.predictions" />
      <source>Samples with what the network takes them for, and which classes it mixes up.</source>
      <translation>样本和网络对它们的判断，以及它混淆了哪些类别。</translation>
    </message>
    <message>
      <location filename="explorer.probes.predictions" />
      <source>Which samples: train, validation or test.</source>
      <translation>哪些样本：训练、验证或测试。</translation>
    </message>
    <message>
      <location filename="explorer.probes.reconstructions" />
      <source>Reconstructions</source>
      <translation>还原结果</translation>
    </message>
    <message>
      <location filename="explorer.probes.reconstructions" />
      <source>What the network gives back of what it was given.</source>
      <translation>网络把所给的还原成什么。</translation>
    </message>
    <message>
      <location filename="explorer.probes.sequences" />
      <source>What the network writes or tells, beside what would be right.</source>
      <translation>网络写出或说出的内容，以及正确的内容。</translation>
    </message>
    <message>
      <location filename="explorer.probes.states" />
      <source>Direction</source>
      <translation>方向</translation>
    </message>
    <message>
      <location filename="explorer.probes.states" />
      <source>Layer</source>
      <translation>层</translation>
    </message>
    <message>
      <location filename="explorer.probes.states" />
      <source>States</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="explorer.probes.states" />
      <source>The memory that reads forward, or the one that reads backward.</source>
      <translation>向前读取的记忆，或向后读取的记忆。</translation>
    </message>
    <message>
      <location filename="explorer.probes.states" />
      <source>What a recurrent block remembers while it reads the pinned sample.</source>
      <translation>循环模块在读取固定样本时记住了什么。</translation>
    </message>
    <message>
      <location filename="explorer.probes.states" />
      <source>Which of the block's layers, counted from 0.</source>
      <translation>模块中的哪一层，从 0 数起。</translation>
    </message>
    <message>
      <location filename="explorer.probes.states" />
      <source>Which recurrent block, by its path in the experiment; empty takes the first.</source>
      <translation>哪个循环模块，以其在实验中的路径指明；空则取第一个。</translation>
    </message>
    <message>
      <location filename="explorer.probes.weights" />
      <source>Parameter</source>
      <translation>参数</translation>
    </message>
    <message>
      <location filename="explorer.probes.weights" />
      <source>Weights and gradients</source>
      <translation>权重与梯度</translation>
    </message>
    <message>
      <location filename="explorer.probes.weights" />
      <source>What a block has learned, its gradient, and what the last update changed.</source>
      <translation>一个模块学到的权重、其梯度，以及最近一次更新的变化。</translation>
    </message>
    <message>
      <location filename="explorer.probes.weights" />
      <source>Which block that learns, by its path in the experiment; empty takes the first.</source>
      <translation>要查看的可学习模块，用它在实验中的路径表示；留空取第一个。</translation>
    </message>
    <message>
      <location filename="explorer.probes.weights" />
      <source>Which of its parameters, such as weight or bias; empty takes the first.</source>
      <translation>模块的哪个参数，例如 weight 或 bias；留空取第一个。</translation>
    </message>
    <message>
      <location filename="explorer.probes.word_vectors" />
      <source>Neighbours</source>
      <translation>近邻数</translation>
    </message>
    <message>
      <location filename="explorer.probes.word_vectors" />
      <source>Number of words on the map.</source>
      <translation>图上的单词数。</translation>
    </message>
    <message>
      <location filename="explorer.probes.word_vectors" />
      <source>Number of words that are listed.</source>
      <translation>列出的单词数。</translation>
    </message>
    <message>
      <location filename="explorer.probes.word_vectors" />
      <source>Which words the network has given similar vectors.</source>
      <translation>网络给哪些单词相似的向量。</translation>
    </message>
    <message>
      <location filename="explorer.probes.word_vectors" />
      <source>Whose neighbours are listed; empty takes the first.</source>
      <translation>列出谁的近邻；留空则取第一个。</translation>
    </message>
    <message>
      <location filename="explorer.probes.word_vectors" />
      <source>Word vectors</source>
      <translation>词向量</translation>
    </message>
    <message>
      <location filename="explorer.problems" />
      <source>Install Python's standard library in full, or choose other data.</source>
      <translation>请完整安装 Python 标准库，或选择其他数据。</translation>
    </message>
    <message>
      <location filename="explorer.problems" />
      <source>Make it smaller, or cut a part out of it.</source>
      <translation>请将图片缩小，或从中裁出一部分。</translation>
    </message>
    <message>
      <location filename="explorer.problems" />
      <source>The data {label} are a part of Python's documentation, pydoc_data.topics, which this installation lacks.</source>
      <translation>数据“{label}”是 Python 文档的一部分（pydoc_data.topics），而此安装中没有它。</translation>
    </message>
    <message>
      <location filename="explorer.problems" />
      <source>The picture {file} has {width} × {height} pixels, which is more than can be drawn from.</source>
      <translation>图片 {file} 有 {width} × {height} 像素，太大而无法使用。</translation>
    </message>
    <message>
      <location filename="explorer.runs.checkpoints" />
      <source>Choose another step, or train it again.</source>
      <translation>请选择其他步，或重新训练。</translation>
    </message>
    <message>
      <location filename="explorer.runs.checkpoints" />
      <source>The run in {folder} has no readable checkpoint at step {step}.</source>
      <translation>{folder} 中的运行在第 {step} 步没有可读取的检查点。</translation>
    </message>
    <message>
      <location filename="explorer.runs.faults" />
      <source>Allow writing there, or name another folder. What was saved before is kept.</source>
      <translation>请允许写入，或指定另一个文件夹。之前保存的内容仍然保留。</translation>
    </message>
    <message>
      <location filename="explorer.runs.faults" />
      <source>Free some space, or name a folder on another disk. What was saved before is kept.</source>
      <translation>请腾出空间，或指定另一个磁盘上的文件夹。之前保存的内容仍然保留。</translation>
    </message>
    <message>
      <location filename="explorer.runs.faults" />
      <source>Nothing can be written to {folder}: {cause}.</source>
      <translation>无法写入 {folder}：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.runs.faults" />
      <source>The disk that holds {folder} is full.</source>
      <translation>{folder} 所在的磁盘已满。</translation>
    </message>
    <message>
      <location filename="explorer.runs.library" />
      <source>Name the folder of a run, or one of those that “neural-explorer list runs” shows.</source>
      <translation>请指定运行的文件夹，或“neural-explorer list runs”列出的某一个。</translation>
    </message>
    <message>
      <location filename="explorer.runs.library" />
      <source>Stop it first.</source>
      <translation>请先停止它。</translation>
    </message>
    <message>
      <location filename="explorer.runs.library" />
      <source>The run {run} is being written by process {pid}.</source>
      <translation>运行 {run} 正由进程 {pid} 写入。</translation>
    </message>
    <message>
      <location filename="explorer.runs.library" />
      <source>There is no run {run}.</source>
      <translation>没有运行 {run}。</translation>
    </message>
    <message>
      <location filename="explorer.runs.metrics" />
      <source>Restore the file from a copy, or delete the run.</source>
      <translation>请从副本恢复文件，或删除该运行。</translation>
    </message>
    <message>
      <location filename="explorer.runs.metrics" />
      <source>The run in {folder} cannot be read: {cause}.</source>
      <translation>无法读取 {folder} 中的运行：{cause}。</translation>
    </message>
    <message>
      <location filename="explorer.runs.problems" />
      <source>Name a folder that is absent or empty.</source>
      <translation>请指定不存在的或空的文件夹。</translation>
    </message>
    <message>
      <location filename="explorer.runs.problems" />
      <source>The folder {folder} holds something already.</source>
      <translation>文件夹 {folder} 中已有内容。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Distance between two falls, in the unit below.</source>
      <translation>两次下降之间的距离，单位见下。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>End</source>
      <translation>终点</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Every</source>
      <translation>间隔</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>How many steps the rise takes.</source>
      <translation>上升所用的步数。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>One cycle</source>
      <translation>单周期</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Remaining share</source>
      <translation>保留比例</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Rise</source>
      <translation>上升</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Share of the learning rate at the first step.</source>
      <translation>第一步时学习率的比例。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Share of the learning rate that is left at the end.</source>
      <translation>结束时学习率剩下的比例。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Share of the run that the rise takes.</source>
      <translation>上升占整个训练的比例。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Start</source>
      <translation>起点</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Steps down</source>
      <translation>阶梯下降</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>The learning rate falls along half a cosine until the end of the run.</source>
      <translation>学习率沿半个余弦波下降，直到训练结束。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>The learning rate falls by a factor at equal distances.</source>
      <translation>学习率每隔相同距离按比例下降一次。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>The learning rate rises from near zero, and then stays or falls.</source>
      <translation>学习率从接近零升起，然后保持不变或下降。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>The learning rate rises once to its full height and then falls to almost nothing.</source>
      <translation>学习率先升到最高，再降到几乎为零，只此一次。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>The learning rate stays as it is.</source>
      <translation>学习率保持不变。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Then</source>
      <translation>之后</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>Warm-up</source>
      <translation>预热</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>What remains of the learning rate at each fall.</source>
      <translation>每次下降后学习率保留的比例。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>What the distance is counted in.</source>
      <translation>距离按什么计数。</translation>
    </message>
    <message>
      <location filename="explorer.schedules" />
      <source>What the learning rate does after the rise.</source>
      <translation>上升之后学习率怎样变化。</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>Added samples</source>
      <translation>添加的样本</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>Architecture</source>
      <translation>架构</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>Decides initial weights, batch order and dropout.</source>
      <translation>决定初始权重、批次顺序和随机失活。</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>Experiment</source>
      <translation>实验</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>How they learn.</source>
      <translation>它们如何学习。</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>Samples that were made by hand, for training.</source>
      <translation>手工制作、用于训练的样本。</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>Summary</source>
      <translation>简介</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>The experiment's name.</source>
      <translation>实验的名称。</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>What is done with the data before networks receive them.</source>
      <translation>数据在送入网络之前要经过的处理。</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>What the network learns from.</source>
      <translation>网络从什么中学习。</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>What there is to see, in a sentence.</source>
      <translation>用一句话说明能看到什么。</translation>
    </message>
    <message>
      <location filename="explorer.spec" />
      <source>Which networks there are.</source>
      <translation>有哪些网络。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Compile</source>
      <translation>编译</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Early stopping</source>
      <translation>提前停止</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Gradient clipping</source>
      <translation>梯度裁剪</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Greatest length of a step's gradient, a longer one is shortened to it; zero switches it off.</source>
      <translation>一步梯度的最大长度，更长的会缩短到它；零表示关闭。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>How a gradient becomes a step.</source>
      <translation>梯度如何变成一步。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>How the learning rate changes.</source>
      <translation>学习率如何变化。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Limit</source>
      <translation>上限</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Number format of the networks' arithmetic in training; weights, validation and views stay 32-bit.</source>
      <translation>训练时网络运算的数字格式；权重、验证和视图仍为 32 位。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Passes over the training samples.</source>
      <translation>训练样本过多少遍。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Precision</source>
      <translation>精度</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Processor threads that torch uses; automatic suits the network's size.</source>
      <translation>torch 使用的处理器线程数；自动则适应网络的大小。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Samples per step.</source>
      <translation>每步的样本数。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Schedule</source>
      <translation>学习率计划</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>The discriminator's own optimiser; without one it uses the same settings.</source>
      <translation>判别器自己的优化器；没有则使用相同设置。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Threads</source>
      <translation>线程数</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Training ends after so many passes over the training samples.</source>
      <translation>把训练样本过若干遍后结束训练。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Training ends after so many seconds of training.</source>
      <translation>训练若干秒后结束。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Training ends after so many updates of the weights.</source>
      <translation>权重更新若干次后结束训练。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Updates of the weights.</source>
      <translation>权重更新的次数。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Wall time of training, in seconds.</source>
      <translation>训练的实际时间，单位为秒。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>What training means.</source>
      <translation>训练意味着什么。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>When training ends.</source>
      <translation>训练何时结束。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>Whether training may end before its limit.</source>
      <translation>训练是否可以在到达上限之前结束。</translation>
    </message>
    <message>
      <location filename="explorer.training" />
      <source>torch.compile makes faster code of the networks at the first step; the last bits become others.</source>
      <translation>torch.compile 在第一步把网络变成更快的代码；结果的末几位会有所不同。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.colour" />
      <source>Brightness</source>
      <translation>亮度</translation>
    </message>
    <message>
      <location filename="explorer.transforms.colour" />
      <source>Brightness, contrast and saturation of every picture are changed a little.</source>
      <translation>每张图片的亮度、对比度和饱和度都略作改变。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.colour" />
      <source>By how much it can change: 0.2 for 0.8 to 1.2 times as bright.</source>
      <translation>可以改变多少：0.2 表示亮度变为 0.8 到 1.2 倍。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.colour" />
      <source>By how much it can change: 0.2 for 0.8 to 1.2 times as colourful; grey pictures have none.</source>
      <translation>可以改变多少：0.2 表示鲜艳程度变为 0.8 到 1.2 倍；灰度图片没有饱和度。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.colour" />
      <source>By how much it can change: 0.2 for 0.8 to 1.2 times as strong.</source>
      <translation>可以改变多少：0.2 表示强度变为 0.8 到 1.2 倍。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.colour" />
      <source>Contrast</source>
      <translation>对比度</translation>
    </message>
    <message>
      <location filename="explorer.transforms.colour" />
      <source>Saturation</source>
      <translation>饱和度</translation>
    </message>
    <message>
      <location filename="explorer.transforms.crop" />
      <source>Crop</source>
      <translation>裁剪</translation>
    </message>
    <message>
      <location filename="explorer.transforms.crop" />
      <source>Every picture is padded with black and cut to its size again at a random place: it moves.</source>
      <translation>每张图片先用黑色填充边缘，再在随机位置裁回原来的大小：图片因此移动。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.crop" />
      <source>Pixels on each side, and so how far a picture can move.</source>
      <translation>每一边的像素数，也就是图片最多能移动多远。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.cutout" />
      <source>A square at a random place of every picture is made black: no single detail may decide.</source>
      <translation>每张图片随机位置上的一个方块变成黑色：不让任何一个细节单独起决定作用。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.cutout" />
      <source>Cut out</source>
      <translation>遮挡</translation>
    </message>
    <message>
      <location filename="explorer.transforms.cutout" />
      <source>The square's side, in pixels.</source>
      <translation>方块的边长，以像素为单位。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.flip" />
      <source>Flip</source>
      <translation>翻转</translation>
    </message>
    <message>
      <location filename="explorer.transforms.flip" />
      <source>Left and right</source>
      <translation>左右</translation>
    </message>
    <message>
      <location filename="explorer.transforms.flip" />
      <source>Share of the pictures whose left and right change over.</source>
      <translation>左右对调的图片所占的比例。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.flip" />
      <source>Share of the pictures whose top and bottom change over.</source>
      <translation>上下对调的图片所占的比例。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.flip" />
      <source>Some pictures are mirrored, so that left and right (or top and bottom) come to mean the same.</source>
      <translation>一部分图片被镜像翻转，使左与右（或上与下）不再有区别。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.flip" />
      <source>Top and bottom</source>
      <translation>上下</translation>
    </message>
    <message>
      <location filename="explorer.transforms.mixup" />
      <source>Alpha</source>
      <translation>平方记忆 α</translation>
    </message>
    <message>
      <location filename="explorer.transforms.mixup" />
      <source>Every sample is mixed with another one of its batch, and so are the classes that are asked for.</source>
      <translation>每个样本都与同一批次中的另一个样本混合，要求给出的类别也一并混合。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.mixup" />
      <source>Mix up</source>
      <translation>混合</translation>
    </message>
    <message>
      <location filename="explorer.transforms.mixup" />
      <source>Parameter of the beta distribution: the larger, the more equal the parts of both samples.</source>
      <translation>贝塔分布的参数：越大，两个样本所占的份额越接近。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.noise" />
      <source>Noise is added to every value of a sample, other noise in every step.</source>
      <translation>给样本的每个数值加上噪声，每一步的噪声都不同。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.noise" />
      <source>Standard deviation of the noise, in the unit that the values have there.</source>
      <translation>噪声的标准差，单位与该处的数值相同。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.normalise" />
      <source>Every channel or feature gets mean 0 and deviation 1, as measured on the training samples.</source>
      <translation>让每个通道或特征的均值为 0、标准差为 1，两者在训练样本上测得。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.normalise" />
      <source>Normalise inputs</source>
      <translation>输入归一化</translation>
    </message>
    <message>
      <location filename="explorer.transforms.rotate" />
      <source>Degrees</source>
      <translation>角度</translation>
    </message>
    <message>
      <location filename="explorer.transforms.rotate" />
      <source>Every picture is turned by an angle of its own, to one side or the other.</source>
      <translation>每张图片各自向一侧或另一侧旋转一个角度。</translation>
    </message>
    <message>
      <location filename="explorer.transforms.rotate" />
      <source>Rotate</source>
      <translation>旋转</translation>
    </message>
    <message>
      <location filename="explorer.transforms.rotate" />
      <source>The largest angle, in degrees.</source>
      <translation>最大的角度，以度为单位。</translation>
    </message>
    <message>
      <location filename="explorer/alarm.py" />
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <location filename="explorer/block_text.py" />
      <source>it begins with {found}</source>
      <translation>开头是 {found}</translation>
    </message>
    <message>
      <location filename="explorer/block_text.py" />
      <source>it is nested too deep</source>
      <translation>嵌套过深</translation>
    </message>
    <message>
      <location filename="explorer/block_text.py" />
      <source>{cause} (line {line}, column {column})</source>
      <translation>{cause}（第 {line} 行，第 {column} 列）</translation>
    </message>
    <message>
      <location filename="explorer/changes/freeze.py" />
      <source>{block} frozen</source>
      <translation>{block}已冻结</translation>
    </message>
    <message>
      <location filename="explorer/changes/freeze.py" />
      <source>{block} learns again</source>
      <translation>{block}重新学习</translation>
    </message>
    <message>
      <location filename="explorer/changes/learning_rate.py" />
      <source>learning rate of the {network}: {value}</source>
      <translation>{network}的学习率：{value}</translation>
    </message>
    <message>
      <location filename="explorer/changes/setting.py" />
      <source>{setting}: {value}</source>
      <translation>{setting}：{value}</translation>
    </message>
    <message>
      <location filename="explorer/changes/silence.py" />
      <source>heads {numbers} of {block} restored</source>
      <translation>{block}的注意力头 {numbers} 已恢复</translation>
    </message>
    <message>
      <location filename="explorer/changes/silence.py" />
      <source>heads {numbers} of {block} silenced</source>
      <translation>{block}的注意力头 {numbers} 已静默</translation>
    </message>
    <message>
      <location filename="explorer/changes/silence.py" />
      <source>units {numbers} of {block} restored</source>
      <translation>{block}的单元 {numbers} 已恢复</translation>
    </message>
    <message>
      <location filename="explorer/changes/silence.py" />
      <source>units {numbers} of {block} silenced</source>
      <translation>{block}的单元 {numbers} 已静默</translation>
    </message>
    <message>
      <location filename="explorer/changes/weight_edit.py" />
      <source>{weight}[{index}] of {block}: {value}</source>
      <translation>{block}的 {weight}[{index}]：{value}</translation>
    </message>
    <message>
      <location filename="explorer/cli/own_data.py" />
      <source>Data</source>
      <translation>数据</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>95 %: {low} to {high}</source>
      <translation>95 %：{low} 至 {high}</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Activations</source>
      <translation>激活值</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Alarm since step {step}: {label} ({place}).</source>
      <translation>自第 {step} 步起的警报：{label}（{place}）。</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>All of it is here already.</source>
      <translation>全部内容已在本机。</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Block</source>
      <translation>模块</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Class</source>
      <translation>类别</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Class precision</source>
      <translation>精确率</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Devices</source>
      <translation>设备</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Display</source>
      <translation>显示</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Done: {size} were received in {seconds} s.</source>
      <translation>完成：在 {seconds} 秒内接收了 {size}。</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>FLOPs</source>
      <translation>浮点运算</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>FLOPs are of one sample; a multiply-add counts as 2. Activations are kept for every sample of a batch.</source>
      <translation>浮点运算按一个样本计，一次乘加算 2 次。训练时批次中每个样本的激活值都会保留。</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Fetching: {label} ({size}) into {folder}</source>
      <translation>正在获取：{label}（{size}）到 {folder}</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Folders</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Known-bad combinations</source>
      <translation>已知有问题的组合</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>No problems.</source>
      <translation>没有问题。</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Output</source>
      <translation>输出</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Over since step {step}: {label} ({place}).</source>
      <translation>自第 {step} 步起已解除：{label}（{place}）。</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Parameters</source>
      <translation>参数</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Recall</source>
      <translation>召回率</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Receptive field</source>
      <translation>感受野</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Samples</source>
      <translation>样本</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Stopped by Ctrl+C; everything is saved.</source>
      <translation>已按 Ctrl+C 停止；全部内容已保存。</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Stopped by Ctrl+C; the same command goes on from here.</source>
      <translation>已由 Ctrl+C 停止；同一命令会从这里继续。</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>The run is kept in {folder}</source>
      <translation>运行保存在 {folder}</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>There are none.</source>
      <translation>没有任何内容。</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>This is a failure of Neural Explorer, not of your input. The report could not be saved:</source>
      <translation>这是 Neural Explorer 自身的故障，与您的输入无关。报告无法保存，内容如下：</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>This is a failure of Neural Explorer, not of your input. The report is in {file}</source>
      <translation>这是 Neural Explorer 自身的故障，与您的输入无关。报告在 {file}</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Training: {title}</source>
      <translation>训练：{title}</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Versions</source>
      <translation>版本</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>Written: {file}</source>
      <translation>已写入：{file}</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>cannot be written</source>
      <translation>不可写</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>damaged</source>
      <translation>已损坏</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>failed</source>
      <translation>已失败</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>finished</source>
      <translation>已完成</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>here</source>
      <translation>已在本机</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>interrupted</source>
      <translation>已中断</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>needs data to be fetched</source>
      <translation>需要先下载数据</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>no display; the window needs one, or QT_QPA_PLATFORM=offscreen</source>
      <translation>没有显示器；窗口需要显示器，或设置 QT_QPA_PLATFORM=offscreen</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>none found</source>
      <translation>没有发现</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>not here</source>
      <translation>不在本机</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>not installed</source>
      <translation>未安装</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>running</source>
      <translation>运行中</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>see source</source>
      <translation>见来源</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>sound</source>
      <translation>完好</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>step {step} · epoch {epoch} · {metrics} · {rate} samples/s</source>
      <translation>第 {step} 步 · 第 {epoch} 轮 · {metrics} · 每秒 {rate} 个样本</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>stopped</source>
      <translation>已停止</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>whole input</source>
      <translation>整个输入</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>will be made when it is needed, {gigabytes} GB free</source>
      <translation>需要时创建，剩余 {gigabytes} GB</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>works</source>
      <translation>可用</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>writable, {gigabytes} GB free</source>
      <translation>可写，剩余 {gigabytes} GB</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>{num_params} parameters</source>
      <translation>{num_params} 个参数</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>{steps} steps, {epochs} epochs in {seconds} s ({rate} samples/s)</source>
      <translation>{steps} 步，{epochs} 轮，用时 {seconds} 秒（每秒 {rate} 个样本）</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>{time} left</source>
      <translation>剩余 {time}</translation>
    </message>
    <message>
      <location filename="explorer/cli/sentences.py" />
      <source>{title}: {count} samples of the split “{split}” at step {step}</source>
      <translation>{title}：第 {step} 步，“{split}”划分的 {count} 个样本</translation>
    </message>
    <message>
      <location filename="explorer/early_stopping.py" />
      <source>Stopped early, patience {epochs}: the validation did not improve on its best, {metric} {best} at step {step}.</source>
      <translation>提前停止（耐心 {epochs} 轮）：验证没有再优于其最好结果，即第 {step} 步的{metric} {best}。</translation>
    </message>
    <message>
      <location filename="explorer/early_stopping.py" />
      <source>Stopped early, patience {epochs}: the validation told no finite number.</source>
      <translation>提前停止（耐心 {epochs} 轮）：验证没有给出有限的数值。</translation>
    </message>
    <message>
      <location filename="explorer/early_stopping.py" />
      <source>accuracy</source>
      <translation>准确率</translation>
    </message>
    <message>
      <location filename="explorer/early_stopping.py" />
      <source>loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <location filename="explorer/engine/compiling.py" />
      <source>The networks are compiled (torch.compile).</source>
      <translation>网络已编译（torch.compile）。</translation>
    </message>
    <message>
      <location filename="explorer/engine/compiling.py" />
      <source>The networks are compiled in the first step.</source>
      <translation>网络会在第一步时编译。</translation>
    </message>
    <message>
      <location filename="explorer/engine/compiling.py" />
      <source>The {network} is not compiled: {reason}</source>
      <translation>{network}未编译：{reason}</translation>
    </message>
    <message>
      <location filename="explorer/engine/fast_path.py" />
      <source>Gradients are watched in the course of a step.</source>
      <translation>一步的过程中有人在观察梯度。</translation>
    </message>
    <message>
      <location filename="explorer/engine/fast_path.py" />
      <source>Steps are computed one operation at a time: {reason}</source>
      <translation>逐个运算地计算每一步：{reason}</translation>
    </message>
    <message>
      <location filename="explorer/engine/fast_path.py" />
      <source>Steps are computed one operation at a time; the next ones are recorded.</source>
      <translation>目前逐个运算地计算每一步；接下来的步骤会被录制。</translation>
    </message>
    <message>
      <location filename="explorer/engine/fast_path.py" />
      <source>Steps are recorded on the device and replayed as a whole (CUDA graph).</source>
      <translation>每一步在设备上录制后整体重放（CUDA 图）。</translation>
    </message>
    <message>
      <location filename="explorer/engine/fast_path.py" />
      <source>The data are not on the device.</source>
      <translation>数据不在设备上。</translation>
    </message>
    <message>
      <location filename="explorer/engine/fast_path.py" />
      <source>The device could not record a step: {cause}</source>
      <translation>设备无法录制一步：{cause}</translation>
    </message>
    <message>
      <location filename="explorer/engine/fast_path.py" />
      <source>The optimiser {optimizer} cannot be recorded.</source>
      <translation>优化器 {optimizer} 无法录制。</translation>
    </message>
    <message>
      <location filename="explorer/engine/fast_path.py" />
      <source>The step waits for the device in its course: {cause}</source>
      <translation>这一步中途要等待设备：{cause}</translation>
    </message>
    <message>
      <location filename="explorer/engine/fast_path.py" />
      <source>This kind of device has no graphs.</source>
      <translation>这类设备没有计算图录制功能。</translation>
    </message>
    <message>
      <location filename="explorer/engine/fast_path.py" />
      <source>Training can stop between the phases of a step.</source>
      <translation>训练可能停在一步的各个阶段之间。</translation>
    </message>
    <message>
      <location filename="explorer/engine/given.py" />
      <source>no array</source>
      <translation>并非数组的内容</translation>
    </message>
    <message>
      <location filename="explorer/engine/given.py" />
      <source>numbers</source>
      <translation>数值</translation>
    </message>
    <message>
      <location filename="explorer/engine/verdicts.py" />
      <source>Evaluating {count} samples</source>
      <translation>正在评估 {count} 个样本</translation>
    </message>
    <message>
      <location filename="explorer/engine/verdicts.py" />
      <source>Reading the run</source>
      <translation>正在读取运行</translation>
    </message>
    <message>
      <location filename="explorer/engine/verdicts.py" />
      <source>Replaying {count} steps</source>
      <translation>正在重演 {count} 步</translation>
    </message>
    <message>
      <location filename="explorer/exploring/find_duplicates.py" />
      <source>Comparing the samples …</source>
      <translation>正在比较样本……</translation>
    </message>
    <message>
      <location filename="explorer/exploring/find_samples.py" />
      <source>Searching …</source>
      <translation>正在搜索……</translation>
    </message>
    <message>
      <location filename="explorer/exploring/look_at_data.py" />
      <source>Loading the data …</source>
      <translation>正在加载数据……</translation>
    </message>
    <message>
      <location filename="explorer/exploring/look_at_data.py" />
      <source>Measuring the data …</source>
      <translation>正在测量数据……</translation>
    </message>
    <message>
      <location filename="explorer/exploring/project_data.py" />
      <source>Arranging the samples …</source>
      <translation>正在排列样本……</translation>
    </message>
    <message>
      <location filename="explorer/fetching/course.py" />
      <source>Looking at what is here already: {done}</source>
      <translation>正在检查已有的内容：{done}</translation>
    </message>
    <message>
      <location filename="explorer/fetching/course.py" />
      <source>Unpacking {file}: {done}</source>
      <translation>正在解压 {file}：{done}</translation>
    </message>
    <message>
      <location filename="explorer/fetching/course.py" />
      <source>{done} of {total}</source>
      <translation>{done} / {total}</translation>
    </message>
    <message>
      <location filename="explorer/fetching/course.py" />
      <source>{done} of {total} · {rate}/s · {time} left</source>
      <translation>{done} / {total} · {rate}/秒 · 剩余 {time}</translation>
    </message>
    <message>
      <location filename="explorer/fetching/course.py" />
      <source>{host}: {cause}. Trying again …</source>
      <translation>{host}：{cause}。正在重试…</translation>
    </message>
    <message>
      <location filename="explorer/no_effect.py" />
      <source>The estimator is fitted to all samples in one step, without a gradient.</source>
      <translation>估计器在一步之内拟合全部样本，不用梯度。</translation>
    </message>
    <message>
      <location filename="explorer/no_effect.py" />
      <source>The objective {objective} does not look at classes.</source>
      <translation>训练目标“{objective}”不看类别。</translation>
    </message>
    <message>
      <location filename="explorer/no_effect.py" />
      <source>The run ends at step {length}, while the learning rate still rises.</source>
      <translation>训练在第 {length} 步就结束，那时学习率还在上升。</translation>
    </message>
    <message>
      <location filename="explorer/no_effect.py" />
      <source>The samples of these data have no classes.</source>
      <translation>这份数据的样本没有类别。</translation>
    </message>
    <message>
      <location filename="explorer/no_effect.py" />
      <source>There is no discriminator in this architecture.</source>
      <translation>这种架构里没有判别器。</translation>
    </message>
    <message>
      <location filename="explorer/no_effect.py" />
      <source>There is no momentum to look along: it is 0.</source>
      <translation>没有可以沿着向前看的动量：动量为 0。</translation>
    </message>
    <message>
      <location filename="explorer/no_effect.py" />
      <source>These pictures are grey.</source>
      <translation>这些图片是灰度的。</translation>
    </message>
    <message>
      <location filename="explorer/objectives/adversarial.py" />
      <source>Only the loss WGAN-GP has this penalty.</source>
      <translation>只有 WGAN-GP 损失才有这一惩罚项。</translation>
    </message>
    <message>
      <location filename="explorer/objectives/adversarial.py" />
      <source>The R1 penalty needs the gradient of its gradient.</source>
      <translation>R1 惩罚需要梯度的梯度。</translation>
    </message>
    <message>
      <location filename="explorer/objectives/adversarial.py" />
      <source>The instance noise becomes less from step to step.</source>
      <translation>实例噪声逐步减小。</translation>
    </message>
    <message>
      <location filename="explorer/objectives/adversarial.py" />
      <source>There is no instance noise: it is 0.</source>
      <translation>没有实例噪声：其值为 0。</translation>
    </message>
    <message>
      <location filename="explorer/objectives/fit.py" />
      <source>There is a single step.</source>
      <translation>总共只有一步。</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/arrays.py" />
      <source>Array {name}</source>
      <translation>数组 {name}</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/arrays.py" />
      <source>Looking at the array {name}</source>
      <translation>正在看数组 {name}</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/folders.py" />
      <source>Classes</source>
      <translation>类别</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/folders.py" />
      <source>Listening to sounds: {done} of {count}</source>
      <translation>正在听声音：{done} / {count}</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/folders.py" />
      <source>Looking at pictures: {done} of {count}</source>
      <translation>正在看图片：{done} / {count}</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/folders.py" />
      <source>Pictures</source>
      <translation>图片数</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/folders.py" />
      <source>Sampling rates</source>
      <translation>采样率</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/folders.py" />
      <source>Seconds</source>
      <translation>秒数</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/folders.py" />
      <source>Sounds</source>
      <translation>声音</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/folders.py" />
      <source>Train / validation / test</source>
      <translation>训练 / 验证 / 测试</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/folders.py" />
      <source>Width × height</source>
      <translation>宽 × 高</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/folders.py" />
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/judging.py" />
      <source>Looking for copies: {done} of {count}</source>
      <translation>正在查找副本：{done} / {count}</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/table_kinds.py" />
      <source>{count} texts</source>
      <translation>{count} 个文本</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/table_reading.py" />
      <source>{count} rows</source>
      <translation>{count} 行</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/tables.py" />
      <source>Columns</source>
      <translation>列数</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/tables.py" />
      <source>Encoding</source>
      <translation>编码</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/tables.py" />
      <source>Rows</source>
      <translation>行数</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/texts.py" />
      <source>Characters</source>
      <translation>字符</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/texts.py" />
      <source>Counting words</source>
      <translation>正在数词</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/texts.py" />
      <source>Different characters</source>
      <translation>不同字符</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/texts.py" />
      <source>Different words</source>
      <translation>不同的词</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/texts.py" />
      <source>Encodings</source>
      <translation>编码</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/texts.py" />
      <source>Files</source>
      <translation>文件数</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/texts.py" />
      <source>Joining byte pairs</source>
      <translation>正在合并字节对</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/texts.py" />
      <source>Looking at texts: {done} of {count}</source>
      <translation>正在看文本：{done} / {count}</translation>
    </message>
    <message>
      <location filename="explorer/own/scanning/texts.py" />
      <source>Words and marks</source>
      <translation>词与标点</translation>
    </message>
    <message>
      <location filename="explorer/preparation_check.py" />
      <source>pictures</source>
      <translation>图片</translation>
    </message>
    <message>
      <location filename="explorer/preparation_check.py" />
      <source>sequences of numbers</source>
      <translation>数值序列</translation>
    </message>
    <message>
      <location filename="explorer/preparation_check.py" />
      <source>vectors</source>
      <translation>向量</translation>
    </message>
    <message>
      <location filename="explorer/preparation_preview.py" />
      <source>Changing samples …</source>
      <translation>正在变换样本……</translation>
    </message>
    <message>
      <location filename="explorer/preparation_preview.py" />
      <source>Loading samples …</source>
      <translation>正在载入样本…</translation>
    </message>
    <message>
      <location filename="explorer/probes/activations.py" />
      <source>there is no block {path}.</source>
      <translation>没有模块 {path}。</translation>
    </message>
    <message>
      <location filename="explorer/probes/attention.py" />
      <source>no block of this network pays attention.</source>
      <translation>这个网络里没有使用注意力的模块。</translation>
    </message>
    <message>
      <location filename="explorer/probes/generated_text.py" />
      <source>the text has no symbol {symbol}.</source>
      <translation>文本中没有符号 {symbol}。</translation>
    </message>
    <message>
      <location filename="explorer/probes/states.py" />
      <source>there is no recurrent block here.</source>
      <translation>这里没有循环模块。</translation>
    </message>
    <message>
      <location filename="explorer/probes/weights.py" />
      <source>there is no block with weights here.</source>
      <translation>这里没有带权重的模块。</translation>
    </message>
    <message>
      <location filename="explorer/remedies/divisions.py" />
      <source>Make the image {image}</source>
      <translation>让图像变为 {image}</translation>
    </message>
    <message>
      <location filename="explorer/remedies/stacks.py" />
      <source>Add a branch</source>
      <translation>添加一个分支</translation>
    </message>
    <message>
      <location filename="explorer/remedies/stacks.py" />
      <source>Let the convolutions inside keep the size</source>
      <translation>让内部的卷积保持大小</translation>
    </message>
    <message>
      <location filename="explorer/remedies/transforms.py" />
      <source>Move {transform} to the beginning</source>
      <translation>把“{transform}”移到最前面</translation>
    </message>
    <message>
      <location filename="explorer/remedies/transforms.py" />
      <source>Remove all of them</source>
      <translation>全部移除</translation>
    </message>
    <message>
      <location filename="explorer/remedies/transforms.py" />
      <source>Remove {transform}</source>
      <translation>移除“{transform}”</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>Choose {kind} instead</source>
      <translation>改选{kind}</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>Put {blocks} at the end</source>
      <translation>在末尾放入{blocks}</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>Put {blocks} at the end of branch {number}</source>
      <translation>在分支 {number} 的末尾放入{blocks}</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>Put {blocks} before it</source>
      <translation>在它之前放入{blocks}</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>Put {blocks} before {block}</source>
      <translation>在{block}之前放入{blocks}</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>Remove {block}</source>
      <translation>移除{block}</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>Set {field} of {block} to {value}</source>
      <translation>将{block}的{field}设为{value}</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>Set {field} to {value}</source>
      <translation>将{field}设为{value}</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>Take the blocks out of {block}</source>
      <translation>把模块从{block}中取出</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>block {number} ({label})</source>
      <translation>第 {number} 个模块（{label}）</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>{label} {caption}</source>
      <translation>{label} {caption}</translation>
    </message>
    <message>
      <location filename="explorer/remedy.py" />
      <source>{one} and {other}</source>
      <translation>{one}和{other}</translation>
    </message>
    <message>
      <location filename="explorer/residence.py" />
      <source>The data are on the device: {size}.</source>
      <translation>数据在设备上：{size}。</translation>
    </message>
    <message>
      <location filename="explorer/residence.py" />
      <source>The data are streamed to the device: {size}, read by 1 process.</source>
      <translation>数据以流的方式送到设备：{size}，由 1 个进程读取。</translation>
    </message>
    <message>
      <location filename="explorer/residence.py" />
      <source>The data are streamed to the device: {size}, read by a thread.</source>
      <translation>数据以流的方式送到设备：{size}，由一个线程读取。</translation>
    </message>
    <message>
      <location filename="explorer/residence.py" />
      <source>The data are streamed to the device: {size}, read by {count} processes.</source>
      <translation>数据以流的方式送到设备：{size}，由 {count} 个进程读取。</translation>
    </message>
    <message>
      <location filename="explorer/validation.py" />
      <source>a list</source>
      <translation>列表</translation>
    </message>
    <message>
      <location filename="explorer/validation.py" />
      <source>a number</source>
      <translation>数</translation>
    </message>
    <message>
      <location filename="explorer/validation.py" />
      <source>a text</source>
      <translation>文本</translation>
    </message>
    <message>
      <location filename="explorer/validation.py" />
      <source>a whole number</source>
      <translation>整数</translation>
    </message>
    <message>
      <location filename="explorer/validation.py" />
      <source>an object</source>
      <translation>对象</translation>
    </message>
    <message>
      <location filename="explorer/validation.py" />
      <source>true or false</source>
      <translation>真或假</translation>
    </message>
    <message>
      <location filename="models.estimator" />
      <source>Every word votes by how often it stands in each class: counts and Bayes' rule.</source>
      <translation>每个单词按其在各类别中出现的次数投票：计数加贝叶斯法则。</translation>
    </message>
    <message>
      <location filename="models.estimator" />
      <source>Every word votes for every class with a weight that is learned.</source>
      <translation>每个单词以学到的权重为每个类别投票。</translation>
    </message>
    <message>
      <location filename="models.estimator" />
      <source>How often every word is taken as seen in advance (a).</source>
      <translation>预先把每个单词视为出现过多少次（a）。</translation>
    </message>
    <message>
      <location filename="models.estimator" />
      <source>Logistic regression</source>
      <translation>逻辑回归</translation>
    </message>
    <message>
      <location filename="models.estimator" />
      <source>Naive Bayes</source>
      <translation>朴素贝叶斯</translation>
    </message>
    <message>
      <location filename="models.estimator" />
      <source>Smoothing</source>
      <translation>平滑</translation>
    </message>
    <message>
      <location filename="models.estimator" />
      <source>Strength</source>
      <translation>强度</translation>
    </message>
    <message>
      <location filename="models.estimator" />
      <source>Weight of the samples against that of small weights (C).</source>
      <translation>样本相对于小权重的比重（C）。</translation>
    </message>
    <message>
      <location filename="models.groups" />
      <source>Set the groups to {fitting}, or change the channels.</source>
      <translation>把分组数设为 {fitting}，或改变通道数。</translation>
    </message>
    <message>
      <location filename="models.groups" />
      <source>{label} divides channels into {groups} groups, but {channels} channels leave a rest.</source>
      <translation>{label} 把通道分成 {groups} 组，但 {channels} 个通道不能整除。</translation>
    </message>
    <message>
      <location filename="models.heads" />
      <source>Choose a number of heads that divides {width}, or another number of features before it.</source>
      <translation>请选择能整除 {width} 的头数，或在它之前使用其他特征数。</translation>
    </message>
    <message>
      <location filename="models.heads" />
      <source>Choose heads or features so that every head has an even number of them, or no rotary positions.</source>
      <translation>选择合适的头数或特征数，使每个头的特征数为偶数，或者不使用旋转位置。</translation>
    </message>
    <message>
      <location filename="models.heads" />
      <source>Make the sequence shorter, such as by pooling or with shorter samples.</source>
      <translation>请缩短序列，例如使用池化或更短的样本。</translation>
    </message>
    <message>
      <location filename="models.heads" />
      <source>{label} compares {pairs} positions in every head: {num_values} weights, which take about {gigabytes} GB of memory for every sample.</source>
      <translation>{label}在每个头中比较 {pairs} 个位置：{num_values} 个权重，每个样本约占 {gigabytes} GB 内存。</translation>
    </message>
    <message>
      <location filename="models.heads" />
      <source>{label} turns features in pairs, but {features} features for {heads} heads leave {width} to each.</source>
      <translation>{label}要成对旋转特征，但 {features} 个特征分给 {heads} 个头，每个头得到 {width} 个。</translation>
    </message>
    <message>
      <location filename="models.heads" />
      <source>{label}: {width} features cannot be divided evenly among {heads} heads.</source>
      <translation>{label}：{width} 个特征无法平均分给 {heads} 个头。</translation>
    </message>
    <message>
      <location filename="models.layer" />
      <source>Give a number instead, or choose other data.</source>
      <translation>请改填一个数，或选择其他数据。</translation>
    </message>
    <message>
      <location filename="models.layer" />
      <source>Set its input channels to automatic, or change the blocks before it so that they give {expected}.</source>
      <translation>请将输入通道设为自动，或修改之前的模块使其给出 {expected} 个。</translation>
    </message>
    <message>
      <location filename="models.layer" />
      <source>Set its inputs to automatic, or change the blocks before it so that they give {expected}.</source>
      <translation>请将输入设为自动，或修改之前的模块使其给出 {expected} 个。</translation>
    </message>
    <message>
      <location filename="models.layer" />
      <source>Set its inputs to automatic, or make the image {image} before it is flattened ({expected} = {wanted}), such as with one more {window} convolution without padding and with {channels} channels.</source>
      <translation>请将输入设为自动，或使展平之前的图像为 {image}（{expected} = {wanted}），例如再加一个 {window}、无填充、{channels} 个通道的卷积。</translation>
    </message>
    <message>
      <location filename="models.layer" />
      <source>{label} expects {expected} channels, receives {received}.</source>
      <translation>{label} 需要 {expected} 个通道，收到 {received} 个。</translation>
    </message>
    <message>
      <location filename="models.layer" />
      <source>{label} expects {expected} inputs, receives {received} = {product}.</source>
      <translation>{label} 需要 {expected} 个输入，收到 {received} = {product} 个。</translation>
    </message>
    <message>
      <location filename="models.layer" />
      <source>{label} expects {expected} inputs, receives {received}.</source>
      <translation>{label} 需要 {expected} 个输入，收到 {received} 个。</translation>
    </message>
    <message>
      <location filename="models.layer" />
      <source>{label} takes its size from the data's {what}, but these data have none.</source>
      <translation>{label} 的大小取自数据的{what}，但这些数据没有。</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Activation</source>
      <translation>激活</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Add</source>
      <translation>相加</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Bends every value with a function, so that layers do more than one weighted sum.</source>
      <translation>用一个函数弯曲每个值，使多层不止是一次加权求和。</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Bilinear</source>
      <translation>双线性</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Causal</source>
      <translation>因果</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Depthwise</source>
      <translation>逐通道</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>ELU</source>
      <translation>ELU</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>First</source>
      <translation>之前</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Function</source>
      <translation>函数</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>GELU</source>
      <translation>GELU</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>GRU</source>
      <translation>GRU</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>LSTM</source>
      <translation>LSTM</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Last</source>
      <translation>之后</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Leaky ReLU</source>
      <translation>Leaky ReLU</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Learned</source>
      <translation>可学习</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>MobileNetV3</source>
      <translation>MobileNetV3</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Nearest</source>
      <translation>最近邻</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Negative slope</source>
      <translation>负半轴斜率</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>None</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>ReLU</source>
      <translation>ReLU</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>ResNet-18</source>
      <translation>ResNet-18</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Rotary</source>
      <translation>旋转</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Same size</source>
      <translation>保持大小</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>SiLU</source>
      <translation>SiLU</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Sigmoid</source>
      <translation>Sigmoid</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Simple</source>
      <translation>简单</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Sinusoidal</source>
      <translation>正弦</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Slope of Leaky ReLU below zero; used by Leaky ReLU only.</source>
      <translation>Leaky ReLU 在零以下的斜率；仅用于 Leaky ReLU。</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Softmax</source>
      <translation>Softmax</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>The function applied to every value.</source>
      <translation>作用于每个值的函数。</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>ViT-B/16</source>
      <translation>ViT-B/16</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>Whole sequence</source>
      <translation>整个序列</translation>
    </message>
    <message>
      <location filename="models.layers.activation" />
      <source>tanh</source>
      <translation>tanh</translation>
    </message>
    <message>
      <location filename="models.layers.adaptive_avg_pool2d" />
      <source>Adaptive average pool</source>
      <translation>自适应平均池化</translation>
    </message>
    <message>
      <location filename="models.layers.adaptive_avg_pool2d" />
      <source>Averages every channel down to an image of the wished side, whatever its size was.</source>
      <translation>无论原来多大，把每个通道平均为所需边长的图像。</translation>
    </message>
    <message>
      <location filename="models.layers.adaptive_avg_pool2d" />
      <source>Side of the square image that comes out, in pixels.</source>
      <translation>输出的正方形图像的边长，以像素计。</translation>
    </message>
    <message>
      <location filename="models.layers.attention_pooling" />
      <source>Attention pooling</source>
      <translation>注意力池化</translation>
    </message>
    <message>
      <location filename="models.layers.attention_pooling" />
      <source>Turns a sequence into one vector: a weighted sum that learns which positions matter.</source>
      <translation>把序列变成一个向量：学习哪些位置重要的加权和。</translation>
    </message>
    <message>
      <location filename="models.layers.attention_pooling" />
      <source>Units</source>
      <translation>单元数</translation>
    </message>
    <message>
      <location filename="models.layers.attention_pooling" />
      <source>Width of the layer that scores a position.</source>
      <translation>给位置打分的层的宽度。</translation>
    </message>
    <message>
      <location filename="models.layers.avg_pool2d" />
      <source>Average pool</source>
      <translation>平均池化</translation>
    </message>
    <message>
      <location filename="models.layers.avg_pool2d" />
      <source>Keeps the mean of every window, which makes the image smaller.</source>
      <translation>保留每个窗口的平均值，使图像变小。</translation>
    </message>
    <message>
      <location filename="models.layers.avg_pool2d" />
      <source>Zeros added on every side, in pixels.</source>
      <translation>每边补零的数量，单位为像素。</translation>
    </message>
    <message>
      <location filename="models.layers.backbone" />
      <source>A well-known network for images without its last layer: what it saw, as one vector.</source>
      <translation>去掉最后一层的知名图像网络：把看到的内容变成一个向量。</translation>
    </message>
    <message>
      <location filename="models.layers.backbone" />
      <source>Backbone</source>
      <translation>骨干网络</translation>
    </message>
    <message>
      <location filename="models.layers.backbone" />
      <source>Pretrained</source>
      <translation>预训练</translation>
    </message>
    <message>
      <location filename="models.layers.backbone" />
      <source>Put a convolution with 3 channels before it, or switch the pretrained weights off.</source>
      <translation>在它前面放一个输出 3 个通道的卷积，或关闭预训练权重。</translation>
    </message>
    <message>
      <location filename="models.layers.backbone" />
      <source>Put an Adaptive average pool block with side {side} before it, or choose another network.</source>
      <translation>在它前面放一个边长为 {side} 的自适应平均池化模块，或选择另一个网络。</translation>
    </message>
    <message>
      <location filename="models.layers.backbone" />
      <source>Whether its weights come from ImageNet; they are fetched when they are not in the data folder.</source>
      <translation>是否使用在 ImageNet 上训练好的权重；数据文件夹中没有时会下载。</translation>
    </message>
    <message>
      <location filename="models.layers.backbone" />
      <source>Which network it is.</source>
      <translation>使用哪个网络。</translation>
    </message>
    <message>
      <location filename="models.layers.backbone" />
      <source>{label}: the pretrained weights of {model} take images of 3 channels, but receive {channels}.</source>
      <translation>{label}：{model} 的预训练权重接收 3 通道的图像，但收到 {channels} 个通道。</translation>
    </message>
    <message>
      <location filename="models.layers.backbone" />
      <source>{label}: {model} takes images of {wanted}, but receives {shape}.</source>
      <translation>{label}：{model} 接收 {wanted} 的图像，但收到的是 {shape}。</translation>
    </message>
    <message>
      <location filename="models.layers.batch_norm" />
      <source>Batch norm</source>
      <translation>批归一化</translation>
    </message>
    <message>
      <location filename="models.layers.batch_norm" />
      <source>Brings every feature to mean 0 and deviation 1 over the batch, then scales and shifts it.</source>
      <translation>使每个特征在一批上均值为 0、标准差为 1，然后缩放和平移。</translation>
    </message>
    <message>
      <location filename="models.layers.batch_norm" />
      <source>Momentum</source>
      <translation>动量</translation>
    </message>
    <message>
      <location filename="models.layers.batch_norm" />
      <source>Share of every batch in the running averages that evaluation uses.</source>
      <translation>每批在评估所用的滑动平均中所占的比例。</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Bias</source>
      <translation>偏置</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Channels</source>
      <translation>通道数</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Conv 1-D</source>
      <translation>一维卷积</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>How far the window moves, in positions.</source>
      <translation>窗口每次移动的距离，以位置计。</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Input channels</source>
      <translation>输入通道数</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Kernel</source>
      <translation>卷积核</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Length of the window, in positions.</source>
      <translation>窗口的长度，以位置计。</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Make the window smaller, or add padding.</source>
      <translation>把窗口改小，或增加填充。</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Number of filters, each giving one feature.</source>
      <translation>滤波器的数量，每个给出一个特征。</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Number of input features; automatic takes what arrives.</source>
      <translation>输入特征的数量；自动时取实际到达的数量。</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Set the stride to 1, or give the padding as a number.</source>
      <translation>请将步幅设为 1，或以数字给出填充。</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Slides small learned filters along the sequence; causal ones never look ahead.</source>
      <translation>让学习到的小滤波器沿序列滑动；因果卷积从不向后看。</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Whether a learned constant is added to every feature.</source>
      <translation>是否给每个特征加上一个学习到的常数。</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>Zeros added at both ends, in positions; same size keeps the length, causal adds them in front.</source>
      <translation>两端补零的位置数；“尺寸不变”保持长度，“因果”只在前面补零。</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>{label} cannot keep the size with a stride of {stride}.</source>
      <translation>步幅为 {stride} 时，{label} 无法保持尺寸。</translation>
    </message>
    <message>
      <location filename="models.layers.conv1d" />
      <source>{label} uses a window of {window} positions, but the sequence has only {length}.</source>
      <translation>{label} 使用 {window} 个位置的窗口，但序列只有 {length} 个位置。</translation>
    </message>
    <message>
      <location filename="models.layers.conv2d" />
      <source>Conv</source>
      <translation>卷积</translation>
    </message>
    <message>
      <location filename="models.layers.conv2d" />
      <source>Groups</source>
      <translation>分组数</translation>
    </message>
    <message>
      <location filename="models.layers.conv2d" />
      <source>How far the window moves, in pixels.</source>
      <translation>窗口每次移动的距离，单位为像素。</translation>
    </message>
    <message>
      <location filename="models.layers.conv2d" />
      <source>Number of filters, each giving one channel.</source>
      <translation>滤波器的数量，每个给出一个通道。</translation>
    </message>
    <message>
      <location filename="models.layers.conv2d" />
      <source>Number of groups of channels; each filter sees the channels of its own group, depthwise only one.</source>
      <translation>通道分成的组数；每个滤波器只看到自己那一组的通道，逐通道时只看到一个。</translation>
    </message>
    <message>
      <location filename="models.layers.conv2d" />
      <source>Number of input channels; automatic takes what arrives.</source>
      <translation>输入通道的数量；自动则取实际收到的数量。</translation>
    </message>
    <message>
      <location filename="models.layers.conv2d" />
      <source>Slides small learned filters over the image; every filter gives one channel.</source>
      <translation>让学到的小滤波器滑过图像；每个滤波器给出一个通道。</translation>
    </message>
    <message>
      <location filename="models.layers.conv2d" />
      <source>Whether a learned constant is added to every channel.</source>
      <translation>是否给每个通道加上一个学到的常数。</translation>
    </message>
    <message>
      <location filename="models.layers.conv2d" />
      <source>Zeros added on every side, in pixels; same size keeps the image's size.</source>
      <translation>每边补零的数量，单位为像素；“保持大小”使图像大小不变。</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>Distance between two stamps, in pixels.</source>
      <translation>两个印章之间的距离，单位为像素。</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>Enlarges an image: every pixel paints a learned stamp into the output.</source>
      <translation>放大图像：每个像素在输出上盖一个学到的印章。</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>Make the padding smaller, or the window larger.</source>
      <translation>请减小填充，或增大窗口。</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>Number of channels of the output.</source>
      <translation>输出的通道数。</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>Output padding</source>
      <translation>输出填充</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>Pixels added on the right and below; fewer than the stride.</source>
      <translation>在右边和下边增加的像素数；小于步幅。</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>Pixels cut from every side of the output.</source>
      <translation>从输出每边裁去的像素数。</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>Set the output padding to 0, or make the stride larger.</source>
      <translation>请将输出填充设为 0，或增大步幅。</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>Side of the square stamp, in pixels.</source>
      <translation>方形印章的边长，单位为像素。</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>Transposed conv</source>
      <translation>转置卷积</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>{label} cuts {padding} from every side, which leaves nothing of the image.</source>
      <translation>{label} 从每边裁去 {padding}，图像什么也不剩。</translation>
    </message>
    <message>
      <location filename="models.layers.conv_transpose2d" />
      <source>{label} has an output padding of {output_padding}, which must be smaller than the stride of {stride}.</source>
      <translation>{label} 的输出填充为 {output_padding}，必须小于步幅 {stride}。</translation>
    </message>
    <message>
      <location filename="models.layers.cosine_head" />
      <source>Compares directions alone: every output is a scaled cosine between input and weights.</source>
      <translation>只比较方向：每个输出是输入与权重夹角余弦的若干倍。</translation>
    </message>
    <message>
      <location filename="models.layers.cosine_head" />
      <source>Cosine head</source>
      <translation>余弦输出层</translation>
    </message>
    <message>
      <location filename="models.layers.cosine_head" />
      <source>Learn the scale</source>
      <translation>学习尺度</translation>
    </message>
    <message>
      <location filename="models.layers.cosine_head" />
      <source>Number of inputs; automatic takes what arrives.</source>
      <translation>输入的数量；自动则取实际收到的数量。</translation>
    </message>
    <message>
      <location filename="models.layers.cosine_head" />
      <source>Number of outputs.</source>
      <translation>输出的数量。</translation>
    </message>
    <message>
      <location filename="models.layers.cosine_head" />
      <source>Outputs</source>
      <translation>输出数</translation>
    </message>
    <message>
      <location filename="models.layers.cosine_head" />
      <source>Scale</source>
      <translation>尺度</translation>
    </message>
    <message>
      <location filename="models.layers.cosine_head" />
      <source>What the cosines are multiplied by at first.</source>
      <translation>余弦值最初所乘的倍数。</translation>
    </message>
    <message>
      <location filename="models.layers.cosine_head" />
      <source>Whether the scale is learned, or stays as it is.</source>
      <translation>尺度是可学习的，还是保持不变。</translation>
    </message>
    <message>
      <location filename="models.layers.decoder_block" />
      <source>Decoder block</source>
      <translation>解码器块</translation>
    </message>
    <message>
      <location filename="models.layers.decoder_block" />
      <source>Let the encoder end with a block that gives a sequence.</source>
      <translation>请让编码器以给出序列的模块结尾。</translation>
    </message>
    <message>
      <location filename="models.layers.decoder_block" />
      <source>Like a causal encoder block, and looks at what the encoder has read.</source>
      <translation>与因果编码器块相同，并且还看编码器读到的内容。</translation>
    </message>
    <message>
      <location filename="models.layers.decoder_block" />
      <source>Use it in the decoder of an encoder-decoder architecture, or use an encoder block.</source>
      <translation>请在编码器-解码器架构的解码器中使用它，或使用编码器块。</translation>
    </message>
    <message>
      <location filename="models.layers.decoder_block" />
      <source>{label} looks at a sequence, but the encoder gives {received} of shape {shape}.</source>
      <translation>{label} 看的是序列，但编码器给出形状为 {shape} 的{received}。</translation>
    </message>
    <message>
      <location filename="models.layers.decoder_block" />
      <source>{label} looks at an encoder's output, but this network has no encoder.</source>
      <translation>{label} 看的是编码器的输出，但这个网络没有编码器。</translation>
    </message>
    <message>
      <location filename="models.layers.dense" />
      <source>Dense</source>
      <translation>全连接</translation>
    </message>
    <message>
      <location filename="models.layers.dense" />
      <source>Every output is a weighted sum of every input, plus a bias.</source>
      <translation>每个输出都是所有输入的加权和再加偏置。</translation>
    </message>
    <message>
      <location filename="models.layers.dense" />
      <source>Whether a learned constant is added to every output.</source>
      <translation>是否给每个输出加上一个学到的常数。</translation>
    </message>
    <message>
      <location filename="models.layers.dropout" />
      <source>Probability</source>
      <translation>概率</translation>
    </message>
    <message>
      <location filename="models.layers.dropout" />
      <source>Share of the values that are silenced.</source>
      <translation>被置零的值所占的比例。</translation>
    </message>
    <message>
      <location filename="models.layers.dropout" />
      <source>Silences values at random while training, so that the network does not rely on any one.</source>
      <translation>训练时随机将一些值置零，使网络不依赖其中任何一个。</translation>
    </message>
    <message>
      <location filename="models.layers.embedding" />
      <source>Embedding</source>
      <translation>嵌入</translation>
    </message>
    <message>
      <location filename="models.layers.embedding" />
      <source>Features</source>
      <translation>特征数</translation>
    </message>
    <message>
      <location filename="models.layers.embedding" />
      <source>Length of every symbol's vector.</source>
      <translation>每个符号的向量长度。</translation>
    </message>
    <message>
      <location filename="models.layers.embedding" />
      <source>Looks up a learned vector for every symbol.</source>
      <translation>为每个符号查找一个学到的向量。</translation>
    </message>
    <message>
      <location filename="models.layers.embedding" />
      <source>Scale by √d</source>
      <translation>乘以 √d</translation>
    </message>
    <message>
      <location filename="models.layers.embedding" />
      <source>Whether vectors are multiplied by the square root of their length.</source>
      <translation>是否将向量乘以其长度的平方根。</translation>
    </message>
    <message>
      <location filename="models.layers.encoder_block" />
      <source>Encoder block</source>
      <translation>编码器块</translation>
    </message>
    <message>
      <location filename="models.layers.encoder_block" />
      <source>Self-attention and a small network at every position, both with a way around them.</source>
      <translation>自注意力加上每个位置上的小网络，两者都有绕行的捷径。</translation>
    </message>
    <message>
      <location filename="models.layers.encoder_block" />
      <source>Whether a position sees only itself and what stands before it.</source>
      <translation>一个位置是否只能看到自己和它之前的内容。</translation>
    </message>
    <message>
      <location filename="models.layers.flatten" />
      <source>Flatten</source>
      <translation>展平</translation>
    </message>
    <message>
      <location filename="models.layers.flatten" />
      <source>Lays all values of an image or a sequence out as one vector.</source>
      <translation>把图像或序列的所有值排成一个向量。</translation>
    </message>
    <message>
      <location filename="models.layers.global_avg_pool" />
      <source>Global average pool</source>
      <translation>全局平均池化</translation>
    </message>
    <message>
      <location filename="models.layers.global_avg_pool" />
      <source>Turns every channel into its mean, so that the image's size no longer matters.</source>
      <translation>把每个通道变成它的平均值，图像的大小不再重要。</translation>
    </message>
    <message>
      <location filename="models.layers.global_max_pool" />
      <source>Global max pool</source>
      <translation>全局最大池化</translation>
    </message>
    <message>
      <location filename="models.layers.global_max_pool" />
      <source>Turns every channel into its largest value, wherever in the image it is.</source>
      <translation>把每个通道变成它在整幅图像中的最大值。</translation>
    </message>
    <message>
      <location filename="models.layers.group_norm" />
      <source>Brings every group of channels of a sample to mean 0 and deviation 1; needs no batch.</source>
      <translation>把样本中每组通道化为均值 0、标准差 1；不依赖批次。</translation>
    </message>
    <message>
      <location filename="models.layers.group_norm" />
      <source>Group norm</source>
      <translation>组归一化</translation>
    </message>
    <message>
      <location filename="models.layers.group_norm" />
      <source>Number of groups that the channels are divided into.</source>
      <translation>通道被分成的组数。</translation>
    </message>
    <message>
      <location filename="models.layers.instance_norm" />
      <source>Brings every channel of every sample to mean 0 and deviation 1; contrast no longer matters.</source>
      <translation>把每个样本的每个通道化为均值 0、标准差 1；对比度不再起作用。</translation>
    </message>
    <message>
      <location filename="models.layers.instance_norm" />
      <source>Instance norm</source>
      <translation>实例归一化</translation>
    </message>
    <message>
      <location filename="models.layers.layer_norm" />
      <source>Brings the values of every sample to mean 0 and deviation 1, then scales and shifts them.</source>
      <translation>使每个样本的值均值为 0、标准差为 1，然后缩放和平移。</translation>
    </message>
    <message>
      <location filename="models.layers.layer_norm" />
      <source>Layer norm</source>
      <translation>层归一化</translation>
    </message>
    <message>
      <location filename="models.layers.max_pool2d" />
      <source>Keeps the largest value of every window, which makes the image smaller.</source>
      <translation>保留每个窗口的最大值，使图像变小。</translation>
    </message>
    <message>
      <location filename="models.layers.max_pool2d" />
      <source>Max pool</source>
      <translation>最大池化</translation>
    </message>
    <message>
      <location filename="models.layers.max_positions" />
      <source>Max over positions</source>
      <translation>位置最大值</translation>
    </message>
    <message>
      <location filename="models.layers.max_positions" />
      <source>Turns a sequence into one vector: the largest value of every feature, wherever it is.</source>
      <translation>把序列变成一个向量：每个特征取所有位置中的最大值。</translation>
    </message>
    <message>
      <location filename="models.layers.mean_positions" />
      <source>Mean over positions</source>
      <translation>位置平均</translation>
    </message>
    <message>
      <location filename="models.layers.mean_positions" />
      <source>Turns a sequence into one vector: the mean of its positions.</source>
      <translation>把序列变成一个向量：各位置的平均值。</translation>
    </message>
    <message>
      <location filename="models.layers.noise" />
      <source>Adds normal noise to every value while training, so that no exact value matters.</source>
      <translation>训练时给每个值加上正态噪声，使精确的数值不再重要。</translation>
    </message>
    <message>
      <location filename="models.layers.noise" />
      <source>Standard deviation of the noise, in units of the values.</source>
      <translation>噪声的标准差，单位与数值相同。</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>Add a branch; one without blocks hands its input on.</source>
      <translation>添加一个分支；没有模块的分支会原样传递输入。</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>Branch</source>
      <translation>分支</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>Branches</source>
      <translation>分支</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>Change branch {other} so that it gives {shape} too, or put the branches side by side.</source>
      <translation>修改分支 {other}，使它也输出 {shape}，或者改为并排拼接各分支。</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>Change branch {other} so that its sides and positions are those of branch {one}, such as with padding.</source>
      <translation>修改分支 {other}，使其边长和位置数与分支 {one} 相同，例如使用填充。</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>Gives its input to several branches, and adds their outputs or puts them side by side.</source>
      <translation>把输入交给多个分支，再把它们的输出相加或并排拼接。</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>Join</source>
      <translation>合并方式</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>Parallel</source>
      <translation>并行</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>The blocks of this branch.</source>
      <translation>该分支中的模块。</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>The stacks that all receive the same input.</source>
      <translation>接收同一输入的各个模块堆叠。</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>Whether the outputs are added, or put side by side.</source>
      <translation>把各输出相加，还是并排拼接。</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>{label} adds its branches, but branch {one} gives {shape} and branch {other} gives {other_shape}.</source>
      <translation>{label}要把各分支相加，但分支 {one} 输出 {shape}，分支 {other} 输出 {other_shape}。</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>{label} has no branches.</source>
      <translation>{label}没有分支。</translation>
    </message>
    <message>
      <location filename="models.layers.parallel" />
      <source>{label} puts its branches side by side, but branch {one} gives {shape} and branch {other} gives {other_shape}: only the channels or features may differ.</source>
      <translation>{label}要把各分支并排拼接，但分支 {one} 输出 {shape}，分支 {other} 输出 {other_shape}：只有通道数或特征数可以不同。</translation>
    </message>
    <message>
      <location filename="models.layers.patch_embedding" />
      <source>Choose a side that divides height and width, or change the image before it.</source>
      <translation>选择能整除高和宽的边长，或改变它之前的图像。</translation>
    </message>
    <message>
      <location filename="models.layers.patch_embedding" />
      <source>Cuts the image into squares and makes a vector of each: words of a vision transformer.</source>
      <translation>把图像切成方块，每块变成一个向量：视觉 Transformer 的词。</translation>
    </message>
    <message>
      <location filename="models.layers.patch_embedding" />
      <source>Length of every square's vector.</source>
      <translation>每个方块的向量长度。</translation>
    </message>
    <message>
      <location filename="models.layers.patch_embedding" />
      <source>Patch embedding</source>
      <translation>图块嵌入</translation>
    </message>
    <message>
      <location filename="models.layers.patch_embedding" />
      <source>Side of every square, in pixels.</source>
      <translation>每个方块的边长，以像素计。</translation>
    </message>
    <message>
      <location filename="models.layers.patch_embedding" />
      <source>{label} cuts the image into squares of {side}, but an image of {shape} leaves a rest.</source>
      <translation>{label} 把图像切成 {side} 的方块，但 {shape} 的图像不能整除。</translation>
    </message>
    <message>
      <location filename="models.layers.positions" />
      <source>Adds a pattern that tells every position of a sequence where it is.</source>
      <translation>加上一种图案，告诉序列的每个位置它在哪里。</translation>
    </message>
    <message>
      <location filename="models.layers.positions" />
      <source>Fixed sine and cosine waves, or vectors that are learned.</source>
      <translation>固定的正弦和余弦波，或学到的向量。</translation>
    </message>
    <message>
      <location filename="models.layers.positions" />
      <source>Make its output smaller.</source>
      <translation>请减小它的输出。</translation>
    </message>
    <message>
      <location filename="models.layers.positions" />
      <source>Number of positions; automatic takes the length of the sequence.</source>
      <translation>位置的数量；自动则取序列的长度。</translation>
    </message>
    <message>
      <location filename="models.layers.positions" />
      <source>Pattern</source>
      <translation>图案</translation>
    </message>
    <message>
      <location filename="models.layers.positions" />
      <source>Set the number of positions to automatic, or to at least {length}.</source>
      <translation>请将位置数设为自动，或至少设为 {length}。</translation>
    </message>
    <message>
      <location filename="models.layers.positions" />
      <source>{label} gives {num_values} values, which take about {gigabytes} GB of memory for every sample.</source>
      <translation>{label}给出 {num_values} 个值，每个样本约占 {gigabytes} GB 内存。</translation>
    </message>
    <message>
      <location filename="models.layers.positions" />
      <source>{label} has {positions} positions, but the sequence has {length}.</source>
      <translation>{label} 有 {positions} 个位置，但序列有 {length} 个。</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>Both directions</source>
      <translation>双向</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>Cell</source>
      <translation>单元类型</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>Function of the simple cell; LSTM and GRU do not use it.</source>
      <translation>简单单元所用的函数；LSTM 和 GRU 不使用它。</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>How many are stacked, each reading what the one below answers.</source>
      <translation>堆叠的层数，每层读取下一层的回答。</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>How the memory is kept: simple, LSTM or GRU.</source>
      <translation>记忆的方式：简单、LSTM 或 GRU。</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>Layers</source>
      <translation>层数</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>Numbers in the memory of every layer and direction.</source>
      <translation>每层每个方向的记忆中有多少个数。</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>Reads a sequence position by position and keeps a memory of what it has read.</source>
      <translation>逐个位置读取序列，并记住读到的内容。</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>Recurrent</source>
      <translation>循环</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>Share of the values that are silenced between layers while training.</source>
      <translation>训练时层与层之间被置零的值所占的比例。</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>What was known at the end of reading, or at every position.</source>
      <translation>读完时所知道的内容，或每个位置上所知道的内容。</translation>
    </message>
    <message>
      <location filename="models.layers.recurrent" />
      <source>Whether a second memory reads from the end to the beginning.</source>
      <translation>是否还有第二个记忆从末尾读到开头。</translation>
    </message>
    <message>
      <location filename="models.layers.repeat" />
      <source>Blocks</source>
      <translation>模块</translation>
    </message>
    <message>
      <location filename="models.layers.repeat" />
      <source>Change the blocks inside so that their output has the shape {before}, or run them once.</source>
      <translation>修改内部的模块，使其输出形状为 {before}，或者只运行一次。</translation>
    </message>
    <message>
      <location filename="models.layers.repeat" />
      <source>How many times the blocks inside stand one after the other.</source>
      <translation>内部的模块依次出现多少次。</translation>
    </message>
    <message>
      <location filename="models.layers.repeat" />
      <source>Repeat</source>
      <translation>重复</translation>
    </message>
    <message>
      <location filename="models.layers.repeat" />
      <source>Runs the blocks inside several times in a row, each time with weights of their own.</source>
      <translation>依次多次运行内部的模块，每次使用各自的权重。</translation>
    </message>
    <message>
      <location filename="models.layers.repeat" />
      <source>The blocks inside.</source>
      <translation>内部的模块。</translation>
    </message>
    <message>
      <location filename="models.layers.repeat" />
      <source>Times</source>
      <translation>次数</translation>
    </message>
    <message>
      <location filename="models.layers.repeat" />
      <source>{label} runs its blocks {times} times in a row, but they turn {before} into {after}.</source>
      <translation>{label}要依次运行内部模块 {times} 次，但它们把 {before} 变成了 {after}。</translation>
    </message>
    <message>
      <location filename="models.layers.reshape" />
      <source>Choose a shape whose product is {received}.</source>
      <translation>请选择乘积为 {received} 的形状。</translation>
    </message>
    <message>
      <location filename="models.layers.reshape" />
      <source>Features of a vector; positions, features of a sequence; channels, height, width of an image.</source>
      <translation>向量的特征数；序列的位置数、特征数；图像的通道数、高、宽。</translation>
    </message>
    <message>
      <location filename="models.layers.reshape" />
      <source>Reads the same values as an image, a sequence or a vector of another shape.</source>
      <translation>把同样的值读作另一种形状的图像、序列或向量。</translation>
    </message>
    <message>
      <location filename="models.layers.reshape" />
      <source>Reshape</source>
      <translation>变形</translation>
    </message>
    <message>
      <location filename="models.layers.reshape" />
      <source>{label} cannot turn {received} values into {after} = {product} values.</source>
      <translation>{label} 无法把 {received} 个值变成 {after} = {product} 个值。</translation>
    </message>
    <message>
      <location filename="models.layers.residual" />
      <source>Adds its input to the output of the blocks inside, so that gradients find a short way.</source>
      <translation>把输入加到内部模块的输出上，使梯度有一条捷径。</translation>
    </message>
    <message>
      <location filename="models.layers.residual" />
      <source>Change the blocks inside so that their output has the shape {before}.</source>
      <translation>请修改内部的模块，使输出的形状为 {before}。</translation>
    </message>
    <message>
      <location filename="models.layers.residual" />
      <source>Residual</source>
      <translation>残差</translation>
    </message>
    <message>
      <location filename="models.layers.residual" />
      <source>{label} adds its input to its output, but the blocks inside turn {before} into {after}.</source>
      <translation>{label} 把输入加到输出上，但内部的模块把 {before} 变成 {after}。</translation>
    </message>
    <message>
      <location filename="models.layers.self_attention" />
      <source>Every position gathers from the others what its question asks for.</source>
      <translation>每个位置从其他位置收集它的提问所需要的内容。</translation>
    </message>
    <message>
      <location filename="models.layers.self_attention" />
      <source>Self-attention</source>
      <translation>自注意力</translation>
    </message>
    <message>
      <location filename="models.layers.self_attention" />
      <source>Share of the attention weights that are silenced while training.</source>
      <translation>训练时被置零的注意力权重所占的比例。</translation>
    </message>
    <message>
      <location filename="models.layers.skip" />
      <source>Change the blocks inside so that sides and positions stay the same, such as with padding or an upsample block.</source>
      <translation>改变内部的模块，使边长和位置数保持不变，例如使用填充或上采样模块。</translation>
    </message>
    <message>
      <location filename="models.layers.skip" />
      <source>Puts its input beside the output of the blocks inside, so that nothing is lost on the way.</source>
      <translation>把输入与内部模块的输出并列，使途中不丢失任何信息。</translation>
    </message>
    <message>
      <location filename="models.layers.skip" />
      <source>Skip</source>
      <translation>跳跃连接</translation>
    </message>
    <message>
      <location filename="models.layers.skip" />
      <source>{label} puts its input of shape {before} beside {after}, but only the channels or features may differ.</source>
      <translation>{label} 要把形状为 {before} 的输入与 {after} 并列，但只有通道数或特征数可以不同。</translation>
    </message>
    <message>
      <location filename="models.layers.squeeze_excite" />
      <source>Scales every channel by a share between 0 and 1 that the means of all channels decide.</source>
      <translation>用 0 到 1 之间的比例缩放每个通道，比例由所有通道的均值决定。</translation>
    </message>
    <message>
      <location filename="models.layers.squeeze_excite" />
      <source>Size of the hidden layer between the means and the shares.</source>
      <translation>均值与比例之间的隐藏层大小。</translation>
    </message>
    <message>
      <location filename="models.layers.squeeze_excite" />
      <source>Squeeze and excite</source>
      <translation>压缩与激励</translation>
    </message>
    <message>
      <location filename="models.layers.unflatten" />
      <source>Choose a height and a width whose product divides {received}.</source>
      <translation>选择乘积能整除 {received} 的高度和宽度。</translation>
    </message>
    <message>
      <location filename="models.layers.unflatten" />
      <source>Height of the image, in pixels.</source>
      <translation>图像的高度，以像素计。</translation>
    </message>
    <message>
      <location filename="models.layers.unflatten" />
      <source>Number of channels; automatic takes as many as the values give.</source>
      <translation>通道数；自动取数值所能给出的数量。</translation>
    </message>
    <message>
      <location filename="models.layers.unflatten" />
      <source>Reads a vector as an image, pixel by pixel and channel by channel.</source>
      <translation>把向量逐像素、逐通道地读作图像。</translation>
    </message>
    <message>
      <location filename="models.layers.unflatten" />
      <source>Unflatten</source>
      <translation>还原</translation>
    </message>
    <message>
      <location filename="models.layers.unflatten" />
      <source>Width of the image, in pixels.</source>
      <translation>图像的宽度，以像素计。</translation>
    </message>
    <message>
      <location filename="models.layers.unflatten" />
      <source>{label} cannot divide {received} values into channels of {sides} = {area} values.</source>
      <translation>{label}无法把 {received} 个数值分成每个 {sides} = {area} 个数值的通道。</translation>
    </message>
    <message>
      <location filename="models.layers.upsample" />
      <source>Enlarges an image by repeating its pixels or blending between them.</source>
      <translation>通过重复像素或在像素之间过渡来放大图像。</translation>
    </message>
    <message>
      <location filename="models.layers.upsample" />
      <source>Factor</source>
      <translation>倍数</translation>
    </message>
    <message>
      <location filename="models.layers.upsample" />
      <source>How many times as long every side becomes.</source>
      <translation>每条边变为原来的几倍长。</translation>
    </message>
    <message>
      <location filename="models.layers.upsample" />
      <source>Mode</source>
      <translation>方式</translation>
    </message>
    <message>
      <location filename="models.layers.upsample" />
      <source>Nearest repeats pixels, bilinear blends between them.</source>
      <translation>最近邻重复像素，双线性在像素之间过渡。</translation>
    </message>
    <message>
      <location filename="models.layers.upsample" />
      <source>Upsample</source>
      <translation>上采样</translation>
    </message>
    <message>
      <location filename="models.modules.pretrained" />
      <source>Connect to the network, put the file there, or switch the pretrained weights off.</source>
      <translation>请连接网络、把文件放到那里，或关闭预训练权重。</translation>
    </message>
    <message>
      <location filename="models.modules.pretrained" />
      <source>Remove the file, so that it is fetched again, or switch the pretrained weights off.</source>
      <translation>请删除该文件以便重新下载，或关闭预训练权重。</translation>
    </message>
    <message>
      <location filename="models.modules.pretrained" />
      <source>{label} cannot use the weights in {file}: {cause}.</source>
      <translation>{label}无法使用 {file} 中的权重：{cause}。</translation>
    </message>
    <message>
      <location filename="models.modules.pretrained" />
      <source>{label} needs the weights {file}, which are not in {folder} and could not be fetched: {cause}.</source>
      <translation>{label}需要权重文件 {file}，但它不在 {folder} 中，也无法下载：{cause}。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>A generator turns noise into samples; a discriminator tells them from real ones.</source>
      <translation>生成器把噪声变成样本；判别器把它们与真实样本区分开。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>An encoder reads the input; a decoder writes the output and looks at what was read.</source>
      <translation>编码器读取输入；解码器写出输出，并看读到的内容。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>Baseline</source>
      <translation>基线</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>Encoder and decoder</source>
      <translation>编码器与解码器</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>Generator and discriminator</source>
      <translation>生成器与判别器</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>No network: counted words and one classical estimator, the line to beat.</source>
      <translation>没有网络：数出的单词加一个经典估计器，是要超过的那条线。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>Number of random values that the generator receives.</source>
      <translation>生成器收到的随机值的数量。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>One network from input to output.</source>
      <translation>从输入到输出的一个网络。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>Single network</source>
      <translation>单个网络</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>The blocks, from input to output.</source>
      <translation>从输入到输出的各个模块。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>The stack of blocks.</source>
      <translation>模块的堆叠。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>The stack that judges.</source>
      <translation>作出判断的堆叠。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>The stack that makes samples.</source>
      <translation>制作样本的堆叠。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>The stack that reads.</source>
      <translation>负责读取的堆叠。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>The stack that writes.</source>
      <translation>负责写出的堆叠。</translation>
    </message>
    <message>
      <location filename="models.network" />
      <source>What is computed from the counted words.</source>
      <translation>由数出的单词计算什么。</translation>
    </message>
    <message>
      <location filename="models.pooling" />
      <source>Border added on every side, in pixels.</source>
      <translation>每边增加的边框，单位为像素。</translation>
    </message>
    <message>
      <location filename="models.pooling" />
      <source>How far the window moves, in pixels; automatic moves by its own side.</source>
      <translation>窗口每次移动的距离，单位为像素；自动则按自身边长移动。</translation>
    </message>
    <message>
      <location filename="models.pooling" />
      <source>Padding</source>
      <translation>填充</translation>
    </message>
    <message>
      <location filename="models.pooling" />
      <source>Side of the square window, in pixels.</source>
      <translation>方形窗口的边长，单位为像素。</translation>
    </message>
    <message>
      <location filename="models.pooling" />
      <source>Window</source>
      <translation>窗口</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>Add a block.</source>
      <translation>请添加一个模块。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>Make it smaller: fewer outputs, or a smaller image before it.</source>
      <translation>请减小它：减少输出，或减小它之前的图像。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>Make its blocks smaller, or remove some.</source>
      <translation>请减小它的模块，或移除一些。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>Make the window smaller, add padding, or remove a pooling block before it.</source>
      <translation>请减小窗口、增加填充，或移除之前的一个池化模块。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>Put it first in a network whose data are tokens, or remove it.</source>
      <translation>请把它放在数据为词元的网络的最前面，或移除它。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>Put {bridge} before it, or remove it.</source>
      <translation>请在它之前放一个{bridge}，或移除它。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>Repeat fewer times, or remove some blocks.</source>
      <translation>减少重复次数，或删除一些模块。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>Set the padding to at most {limit}.</source>
      <translation>请将填充设为不超过 {limit}。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>Take some blocks out of their composites.</source>
      <translation>请把一些模块从组合中取出。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>The {network} has no blocks.</source>
      <translation>{network}没有模块。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>The {network} has {num_params} parameters, which take about {gigabytes} GB of memory to train.</source>
      <translation>{network}有 {num_params} 个参数，训练约需 {gigabytes} GB 内存。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>The {network} runs {num_runs} blocks, repeated ones counted each time, but at most {limit} are possible.</source>
      <translation>{network}要运行 {num_runs} 个模块（重复的逐次计数），但最多只能有 {limit} 个。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>{label} has {num_params} parameters, which take about {gigabytes} GB of memory to train.</source>
      <translation>{label} 有 {num_params} 个参数，训练约需 {gigabytes} GB 内存。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>{label} is nested more than {limit} deep.</source>
      <translation>{label} 的嵌套超过 {limit} 层。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>{label} pads by {padding}, more than half of its window of {window}.</source>
      <translation>{label} 填充 {padding}，超过窗口 {window} 的一半。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>{label} takes tokens, but receives {received} of shape {shape}.</source>
      <translation>{label} 接受词元，但收到形状为 {shape} 的{received}。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>{label} takes {accepted}, but receives {received} of shape {shape}.</source>
      <translation>{label} 接受{accepted}，但收到形状为 {shape} 的{received}。</translation>
    </message>
    <message>
      <location filename="models.problems" />
      <source>{label} uses a window of {window}, but the image is only {shape}.</source>
      <translation>{label} 使用 {window} 的窗口，但图像只有 {shape}。</translation>
    </message>
    <message>
      <location filename="models.transformer_block" />
      <source>Before each part, which trains more easily, or after it, as in the original.</source>
      <translation>在每个部分之前（更易训练），或之后（如原始设计）。</translation>
    </message>
    <message>
      <location filename="models.transformer_block" />
      <source>Dropout</source>
      <translation>随机失活</translation>
    </message>
    <message>
      <location filename="models.transformer_block" />
      <source>Feed-forward</source>
      <translation>前馈宽度</translation>
    </message>
    <message>
      <location filename="models.transformer_block" />
      <source>Function of the small network at every position.</source>
      <translation>每个位置上的小网络所用的函数。</translation>
    </message>
    <message>
      <location filename="models.transformer_block" />
      <source>Heads</source>
      <translation>头数</translation>
    </message>
    <message>
      <location filename="models.transformer_block" />
      <source>How many attentions work side by side.</source>
      <translation>并行工作的注意力的数量。</translation>
    </message>
    <message>
      <location filename="models.transformer_block" />
      <source>Normalise</source>
      <translation>归一化位置</translation>
    </message>
    <message>
      <location filename="models.transformer_block" />
      <source>Positions</source>
      <translation>位置编码</translation>
    </message>
    <message>
      <location filename="models.transformer_block" />
      <source>Rotary turns what a position asks for and offers by an angle that grows with its place, so that attention can tell distances.</source>
      <translation>旋转位置把每个位置的查询和键转过一个随位置增大的角度，使注意力能够分辨距离。</translation>
    </message>
    <message>
      <location filename="models.transformer_block" />
      <source>Share of the values that are silenced while training.</source>
      <translation>训练时被置零的值所占的比例。</translation>
    </message>
    <message>
      <location filename="models.transformer_block" />
      <source>Width of the small network at every position.</source>
      <translation>每个位置上的小网络的宽度。</translation>
    </message>
    <message>
      <location filename="models/layer.py" />
      <source>classes</source>
      <translation>类别数</translation>
    </message>
    <message>
      <location filename="models/layer.py" />
      <source>vocabulary</source>
      <translation>词表大小</translation>
    </message>
    <message>
      <location filename="models/options.py" />
      <source>a sequence</source>
      <translation>序列</translation>
    </message>
    <message>
      <location filename="models/options.py" />
      <source>a vector</source>
      <translation>向量</translation>
    </message>
    <message>
      <location filename="models/options.py" />
      <source>an image</source>
      <translation>图像</translation>
    </message>
    <message>
      <location filename="models/options.py" />
      <source>tokens</source>
      <translation>词元</translation>
    </message>
    <message>
      <location filename="models/resolve.py" />
      <source>a Flatten block</source>
      <translation>展平模块</translation>
    </message>
    <message>
      <location filename="models/resolve.py" />
      <source>a Reshape block</source>
      <translation>变形模块</translation>
    </message>
    <message>
      <location filename="models/resolve.py" />
      <source>an Embedding block</source>
      <translation>嵌入模块</translation>
    </message>
    <message>
      <location filename="models/resolve.py" />
      <source>decoder</source>
      <translation>解码器</translation>
    </message>
    <message>
      <location filename="models/resolve.py" />
      <source>discriminator</source>
      <translation>判别器</translation>
    </message>
    <message>
      <location filename="models/resolve.py" />
      <source>encoder</source>
      <translation>编码器</translation>
    </message>
    <message>
      <location filename="models/resolve.py" />
      <source>generator</source>
      <translation>生成器</translation>
    </message>
    <message>
      <location filename="models/resolve.py" />
      <source>network</source>
      <translation>网络</translation>
    </message>
    <message>
      <location filename="models/resolve.py" />
      <source>{one} or {other}</source>
      <translation>{one}或{other}</translation>
    </message>
    <message>
      <location filename="ui.views.attention" />
      <source>Where every head of every layer looks for the pinned sample.</source>
      <translation>对固定样本，每一层的每个头看向哪里。</translation>
    </message>
    <message>
      <location filename="ui.views.boundary" />
      <source>What the network answers at every place of the plane, and where it changes its mind.</source>
      <translation>网络在平面各处的回答，以及它在哪里改变主意。</translation>
    </message>
    <message>
      <location filename="ui.views.curves" />
      <source>Curves</source>
      <translation>曲线</translation>
    </message>
    <message>
      <location filename="ui.views.curves" />
      <source>How the loss and the other metrics change from step to step.</source>
      <translation>损失和其他指标如何逐步变化。</translation>
    </message>
    <message>
      <location filename="ui.views.draw" />
      <source>A sample that you draw, write or place yourself, and what the network answers to it.</source>
      <translation>你自己画、写或放置的样本，以及网络对它的回答。</translation>
    </message>
    <message>
      <location filename="ui.views.draw" />
      <source>Draw your own</source>
      <translation>自己动手画</translation>
    </message>
    <message>
      <location filename="ui.views.feature_maps" />
      <source>Feature maps and activations</source>
      <translation>特征图与激活值</translation>
    </message>
    <message>
      <location filename="ui.views.feature_maps" />
      <source>What every channel of a block answers for the pinned sample.</source>
      <translation>一个模块的每个通道对固定样本的回答。</translation>
    </message>
    <message>
      <location filename="ui.views.gan_samples" />
      <source>What the generator makes of the same noise at every step, beside real samples.</source>
      <translation>生成器在每一步用同样的噪声做出什么，旁边是真实样本。</translation>
    </message>
    <message>
      <location filename="ui.views.generated_text" />
      <source>How the network continues a prompt, letter by letter, and how sure it is of each.</source>
      <translation>网络如何逐字接着提示文本写下去，以及它对每个字符有多大把握。</translation>
    </message>
    <message>
      <location filename="ui.views.hidden_words" />
      <source>Sentences with hidden words, and what the network takes them for.</source>
      <translation>带有被隐藏单词的句子，以及网络把它们当作什么。</translation>
    </message>
    <message>
      <location filename="ui.views.model" />
      <source>What every block answers for the pinned sample, from input to output.</source>
      <translation>从输入到输出，每个模块对固定样本的输出。</translation>
    </message>
    <message>
      <location filename="ui.views.predictions" />
      <source>Samples with their true class, the network's answer and its confidence.</source>
      <translation>样本的真实类别、网络的回答及其置信度。</translation>
    </message>
    <message>
      <location filename="ui.views.reconstructions" />
      <source>What the network gives back of what it was given, beside what was wanted.</source>
      <translation>网络把所给的还原成什么，与应得的并列。</translation>
    </message>
    <message>
      <location filename="ui.views.sequences" />
      <source>Answers</source>
      <translation>回答</translation>
    </message>
    <message>
      <location filename="ui.views.sequences" />
      <source>What was wanted beside what the network answers.</source>
      <translation>期望的内容与网络的回答并列。</translation>
    </message>
    <message>
      <location filename="ui.views.states" />
      <source>Hidden states</source>
      <translation>隐藏状态</translation>
    </message>
    <message>
      <location filename="ui.views.states" />
      <source>What a recurrent block remembers at every position of the pinned sample, and its gates.</source>
      <translation>循环模块在固定样本的每个位置记住了什么，以及它的各个门。</translation>
    </message>
    <message>
      <location filename="ui.views.word_vectors" />
      <source>A map of the words: those that the network uses alike lie close together.</source>
      <translation>单词的地图：网络用法相近的单词彼此靠近。</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>About Neural Explorer</source>
      <translation>关于 Neural Explorer</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Alarms</source>
      <translation>警报</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Build</source>
      <translation>搭建</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Changes of the run…</source>
      <translation>运行中的改动…</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Copy view as numbers</source>
      <translation>将视图复制为数值</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Copy view as picture</source>
      <translation>将视图复制为图片</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Edit</source>
      <translation>编辑</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Evaluate on the test split</source>
      <translation>在测试集上评估</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Fetch data…</source>
      <translation>获取数据…</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Freeze the selected block</source>
      <translation>冻结所选模块</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Gallery</source>
      <translation>图库</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Import a network…</source>
      <translation>导入网络…</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Larger</source>
      <translation>放大</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>New experiment</source>
      <translation>新建实验</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>One step back</source>
      <translation>后退一步</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>One step forward again</source>
      <translation>再前进一步</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Open…</source>
      <translation>打开…</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Reset layout</source>
      <translation>重置布局</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Rewind to the start</source>
      <translation>回退到起点</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Run</source>
      <translation>运行</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Run again from the start</source>
      <translation>从头重新运行</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Run library…</source>
      <translation>运行库…</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Run or pause</source>
      <translation>运行或暂停</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Save as…</source>
      <translation>另存为…</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Save view…</source>
      <translation>保存视图…</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Smaller</source>
      <translation>缩小</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Step one batch</source>
      <translation>前进一个批次</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Step one block</source>
      <translation>前进一个模块</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Step one epoch</source>
      <translation>前进一轮</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Step one phase</source>
      <translation>前进一个阶段</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>To the head</source>
      <translation>到最前端</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Train</source>
      <translation>训练</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Usual size</source>
      <translation>正常大小</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>View</source>
      <translation>视图</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Your own data…</source>
      <translation>你自己的数据…</translation>
    </message>
    <message>
      <location filename="ui/alarm_badge.py" />
      <source>1 alarm</source>
      <translation>1 个警报</translation>
    </message>
    <message>
      <location filename="ui/alarm_badge.py" />
      <source>No alarms</source>
      <translation>没有警报</translation>
    </message>
    <message>
      <location filename="ui/alarm_badge.py" />
      <source>Training problems that the run has now: what they mean and where they are (Ctrl+Shift+A)</source>
      <translation>本次运行目前的训练问题：它们的含义和位置 (Ctrl+Shift+A)</translation>
    </message>
    <message>
      <location filename="ui/alarm_badge.py" />
      <source>{count} alarms</source>
      <translation>{count} 个警报</translation>
    </message>
    <message>
      <location filename="ui/alarm_panel.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="ui/alarm_panel.py" />
      <source>No alarms: nothing of what is looked for was found so far.</source>
      <translation>没有警报：到目前为止没有发现所留意的问题。</translation>
    </message>
    <message>
      <location filename="ui/alarm_panel.py" />
      <source>Show {place} on the Build page (Enter)</source>
      <translation>在“搭建”页显示{place} (Enter)</translation>
    </message>
    <message>
      <location filename="ui/alarm_panel.py" />
      <source>There is no run yet. Press Run.</source>
      <translation>还没有运行。请按“运行”。</translation>
    </message>
    <message>
      <location filename="ui/alarm_panel.py" />
      <source>What helps</source>
      <translation>解决办法</translation>
    </message>
    <message>
      <location filename="ui/alarm_panel.py" />
      <source>While a run trains, these are looked for: {names}.</source>
      <translation>训练期间会留意：{names}。</translation>
    </message>
    <message>
      <location filename="ui/alarm_panel.py" />
      <source>over: step {step} to {until}</source>
      <translation>已解除：第 {step} 步到第 {until} 步</translation>
    </message>
    <message>
      <location filename="ui/alarm_panel.py" />
      <source>since step {step}</source>
      <translation>自第 {step} 步起</translation>
    </message>
    <message>
      <location filename="ui/block_combo.py" />
      <source>The block whose output is shown</source>
      <translation>显示其输出的模块</translation>
    </message>
    <message>
      <location filename="ui/budget_menu.py" />
      <source>Looking may take</source>
      <translation>观察最多占用</translation>
    </message>
    <message>
      <location filename="ui/budget_menu.py" />
      <source>Training waits for the views no longer than that; where it is little they move less often.</source>
      <translation>训练等待视图的时间不会超过这个比例；比例越小，视图更新得越慢。</translation>
    </message>
    <message>
      <location filename="ui/budget_menu.py" />
      <source>as much as it needs</source>
      <translation>不设上限</translation>
    </message>
    <message>
      <location filename="ui/budget_menu.py" />
      <source>{percent} % of the time</source>
      <translation>{percent} % 的时间</translation>
    </message>
    <message>
      <location filename="ui/build_page.py" />
      <source>How it learns</source>
      <translation>网络如何学习</translation>
    </message>
    <message>
      <location filename="ui/build_page.py" />
      <source>Training</source>
      <translation>训练</translation>
    </message>
    <message>
      <location filename="ui/build_page.py" />
      <source>What the network learns from</source>
      <translation>网络从中学习的数据</translation>
    </message>
    <message>
      <location filename="ui/canvas/block_picker.py" />
      <source>Which block? Type to search</source>
      <translation>哪个模块？输入以搜索</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_items.py" />
      <source>{count} parameters</source>
      <translation>{count} 个参数</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Add a block after it…</source>
      <translation>在其后添加模块…</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Add a block before it…</source>
      <translation>在其前添加模块…</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Add a block…</source>
      <translation>添加模块…</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Cut</source>
      <translation>剪切</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Duplicate</source>
      <translation>复制一份</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Fold</source>
      <translation>折叠</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Paste after it</source>
      <translation>粘贴到其后</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Show all</source>
      <translation>显示全部</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Unfold</source>
      <translation>展开</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Unwrap</source>
      <translation>取消包裹</translation>
    </message>
    <message>
      <location filename="ui/canvas/canvas_menu.py" />
      <source>Wrap in</source>
      <translation>包裹进</translation>
    </message>
    <message>
      <location filename="ui/canvas/card_rows.py" />
      <source>Input</source>
      <translation>输入</translation>
    </message>
    <message>
      <location filename="ui/canvas/card_rows.py" />
      <source>Noise</source>
      <translation>噪声</translation>
    </message>
    <message>
      <location filename="ui/canvas/minimap.py" />
      <source>The whole model; press to go there</source>
      <translation>整个模型；点击跳到该处</translation>
    </message>
    <message>
      <location filename="ui/canvas/model_canvas.py" />
      <source>Model canvas; the list says the same in words</source>
      <translation>模型画布；列表用文字说明同样的内容</translation>
    </message>
    <message>
      <location filename="ui/canvas/palette.py" />
      <source>Drag a block onto the canvas, or double-click it to put it after the selected one</source>
      <translation>将模块拖到画布上，或双击将其放在所选模块之后</translation>
    </message>
    <message>
      <location filename="ui/canvas/palette.py" />
      <source>Palette of blocks</source>
      <translation>模块面板</translation>
    </message>
    <message>
      <location filename="ui/canvas/slot_item.py" />
      <source>+ Add a block</source>
      <translation>+ 添加模块</translation>
    </message>
    <message>
      <location filename="ui/canvas/slot_item.py" />
      <source>Put a block in here</source>
      <translation>在此插入模块</translation>
    </message>
    <message>
      <location filename="ui/canvas/slot_item.py" />
      <source>no blocks yet</source>
      <translation>还没有模块</translation>
    </message>
    <message>
      <location filename="ui/canvas/zoom_bar.py" />
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <location filename="ui/canvas/zoom_bar.py" />
      <source>Larger (+, Ctrl+wheel)</source>
      <translation>放大（+，Ctrl+滚轮）</translation>
    </message>
    <message>
      <location filename="ui/canvas/zoom_bar.py" />
      <source>Show all (F)</source>
      <translation>显示全部（F）</translation>
    </message>
    <message>
      <location filename="ui/canvas/zoom_bar.py" />
      <source>Smaller (−, Ctrl+wheel)</source>
      <translation>缩小（−，Ctrl+滚轮）</translation>
    </message>
    <message>
      <location filename="ui/canvas/zoom_bar.py" />
      <source>Usual size (0)</source>
      <translation>正常大小（0）</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>channel {numbers}</source>
      <translation>通道 {numbers}</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>channels {numbers}</source>
      <translation>通道 {numbers}</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>cross</source>
      <translation>十字</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>feature {numbers}</source>
      <translation>特征 {numbers}</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>features {numbers}</source>
      <translation>特征 {numbers}</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>head {numbers}</source>
      <translation>注意力头 {numbers}</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>heads {numbers}</source>
      <translation>注意力头 {numbers}</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>self</source>
      <translation>自</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>step {step}: {change}</source>
      <translation>第 {step} 步：{change}</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>unit {numbers}</source>
      <translation>单元 {numbers}</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>units {numbers}</source>
      <translation>单元 {numbers}</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>{parts} of {block} restored</source>
      <translation>{block}的{parts} 已恢复</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>{parts} of {block} silenced</source>
      <translation>{block}的{parts} 已静默</translation>
    </message>
    <message>
      <location filename="ui/change_words.py" />
      <source>{setting} of {block}</source>
      <translation>{block}的{setting}</translation>
    </message>
    <message>
      <location filename="ui/data_page/class_bars.py" />
      <source>Click a class to see its samples only; click it again to see all.</source>
      <translation>点击一个类别，只看它的样本；再点一次，看全部样本。</translation>
    </message>
    <message>
      <location filename="ui/data_page/count_bars.py" />
      <source>{count} values between {low} and {high}</source>
      <translation>{count} 个值，介于 {low} 与 {high} 之间</translation>
    </message>
    <message>
      <location filename="ui/data_page/data_page.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="ui/data_page/data_page.py" />
      <source>Duplicates</source>
      <translation>重复样本</translation>
    </message>
    <message>
      <location filename="ui/data_page/data_page.py" />
      <source>Map</source>
      <translation>地图</translation>
    </message>
    <message>
      <location filename="ui/data_page/data_page.py" />
      <source>Nobody waits for them any more.</source>
      <translation>加载已取消。</translation>
    </message>
    <message>
      <location filename="ui/data_page/data_page.py" />
      <source>Statistics</source>
      <translation>统计</translation>
    </message>
    <message>
      <location filename="ui/data_page/data_page.py" />
      <source>The data were not loaded</source>
      <translation>数据没有加载</translation>
    </message>
    <message>
      <location filename="ui/data_page/data_page.py" />
      <source>These data cannot be shown</source>
      <translation>无法显示这些数据</translation>
    </message>
    <message>
      <location filename="ui/data_page/data_page.py" />
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <location filename="ui/data_page/data_page.py" />
      <source>What is known of them will show here: their samples, a map of them, statistics, and what is there twice.</source>
      <translation>这里将显示对数据的了解：样本、样本的地图、统计，以及重复的内容。</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>Distance</source>
      <translation>距离</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>Identical samples</source>
      <translation>完全相同的样本</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>Nearest pairs among {count} samples; 1 is the usual distance of two samples</source>
      <translation>{count} 个样本中距离最近的样本对；1 表示两个样本的通常距离</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>Nearest sample</source>
      <translation>最近的样本</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>No two of {count} samples are the same.</source>
      <translation>{count} 个样本中没有两个相同。</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>Sample</source>
      <translation>样本</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>The same as</source>
      <translation>与之相同</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>The samples were not compared. Come back to this panel to compare them.</source>
      <translation>样本没有进行比较。再次打开此面板即可比较。</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>different targets</source>
      <translation>目标不同</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>in several splits</source>
      <translation>跨越多个划分</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>{repeated} of {count} samples repeat another one, in {groups} groups.</source>
      <translation>{count} 个样本中有 {repeated} 个与其他样本重复，共 {groups} 组。</translation>
    </message>
    <message>
      <location filename="ui/data_page/duplicates_panel.py" />
      <source>▲ {count} of these groups lie in more than one split: what is learned from them is asked in the test again. Change the splits, or remove them.</source>
      <translation>▲ 其中 {count} 组跨越多个划分：从它们学到的东西会在测试中再次被问到。请更改划分，或移除它们。</translation>
    </message>
    <message>
      <location filename="ui/data_page/filter_row.py" />
      <source>1 sample</source>
      <translation>1 个样本</translation>
    </message>
    <message>
      <location filename="ui/data_page/filter_row.py" />
      <source>Go to the sample of this index.</source>
      <translation>转到此下标的样本。</translation>
    </message>
    <message>
      <location filename="ui/data_page/filter_row.py" />
      <source>Index</source>
      <translation>下标</translation>
    </message>
    <message>
      <location filename="ui/data_page/filter_row.py" />
      <source>Samples in whose text, or in the name of whose class, this occurs.</source>
      <translation>文本或类别名称中出现此内容的样本。</translation>
    </message>
    <message>
      <location filename="ui/data_page/filter_row.py" />
      <source>Search …</source>
      <translation>搜索……</translation>
    </message>
    <message>
      <location filename="ui/data_page/filter_row.py" />
      <source>Show the samples of all classes again.</source>
      <translation>重新显示所有类别的样本。</translation>
    </message>
    <message>
      <location filename="ui/data_page/filter_row.py" />
      <source>Split</source>
      <translation>划分</translation>
    </message>
    <message>
      <location filename="ui/data_page/filter_row.py" />
      <source>The split whose samples are shown</source>
      <translation>显示哪个划分的样本</translation>
    </message>
    <message>
      <location filename="ui/data_page/filter_row.py" />
      <source>all splits</source>
      <translation>全部划分</translation>
    </message>
    <message>
      <location filename="ui/data_page/filter_row.py" />
      <source>{count} samples</source>
      <translation>{count} 个样本</translation>
    </message>
    <message>
      <location filename="ui/data_page/map_panel.py" />
      <source>As they are</source>
      <translation>原样</translation>
    </message>
    <message>
      <location filename="ui/data_page/map_panel.py" />
      <source>Keeps neighbours together, whatever becomes of large distances (van der Maaten and Hinton 2008).</source>
      <translation>让邻居保持在一起，不保证远距离（van der Maaten 与 Hinton，2008）。</translation>
    </message>
    <message>
      <location filename="ui/data_page/map_panel.py" />
      <source>No map was made. Press the button again to make it.</source>
      <translation>没有生成地图。再按一次按钮即可生成。</translation>
    </message>
    <message>
      <location filename="ui/data_page/map_panel.py" />
      <source>PCA</source>
      <translation>PCA</translation>
    </message>
    <message>
      <location filename="ui/data_page/map_panel.py" />
      <source>Principal components: the two directions in which the samples differ most.</source>
      <translation>主成分：样本差异最大的两个方向。</translation>
    </message>
    <message>
      <location filename="ui/data_page/map_panel.py" />
      <source>The points where they lie.</source>
      <translation>点在其原来的位置上。</translation>
    </message>
    <message>
      <location filename="ui/data_page/map_panel.py" />
      <source>t-SNE</source>
      <translation>t-SNE</translation>
    </message>
    <message>
      <location filename="ui/data_page/map_panel.py" />
      <source>the axes explain {first} % and {second} % of the variance</source>
      <translation>两轴分别解释方差的 {first} % 和 {second} %</translation>
    </message>
    <message>
      <location filename="ui/data_page/map_panel.py" />
      <source>{count} of {total} samples</source>
      <translation>{total} 个样本中的 {count} 个</translation>
    </message>
    <message>
      <location filename="ui/data_page/map_plot.py" />
      <source>Map of the samples</source>
      <translation>样本的地图</translation>
    </message>
    <message>
      <location filename="ui/data_page/named_curves.py" />
      <source>position</source>
      <translation>位置</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_painting.py" />
      <source>… {count} more</source>
      <translation>……还有 {count} 列</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>All views look at the pinned sample: what the network does with it is seen on the Train page.</source>
      <translation>所有视图都看固定的样本：网络如何处理它，请看“训练”页。</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>Click a sample, or go through them with the arrow keys, to see it large.</source>
      <translation>点击一个样本，或用方向键浏览，即可放大查看。</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>Largest</source>
      <translation>最大值</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>Mean</source>
      <translation>均值</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>Missing</source>
      <translation>缺失</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>Number of letters</source>
      <translation>字符数</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>Pin this sample</source>
      <translation>固定此样本</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>Shape</source>
      <translation>形状</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>Smallest</source>
      <translation>最小值</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>Target</source>
      <translation>目标</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>row {row}, column {column}: {value}</source>
      <translation>第 {row} 行，第 {column} 列：{value}</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_sheet.py" />
      <source>✓ Pinned</source>
      <translation>✓ 已固定</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_words.py" />
      <source>blue</source>
      <translation>蓝色</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_words.py" />
      <source>channel {number}</source>
      <translation>通道 {number}</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_words.py" />
      <source>feature {number}</source>
      <translation>特征 {number}</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_words.py" />
      <source>green</source>
      <translation>绿色</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_words.py" />
      <source>pixels</source>
      <translation>像素</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_words.py" />
      <source>red</source>
      <translation>红色</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_words.py" />
      <source>test</source>
      <translation>测试</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_words.py" />
      <source>train</source>
      <translation>训练</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_words.py" />
      <source>validation</source>
      <translation>验证</translation>
    </message>
    <message>
      <location filename="ui/data_page/sample_words.py" />
      <source>value</source>
      <translation>值</translation>
    </message>
    <message>
      <location filename="ui/data_page/side_panel.py" />
      <source>As loaded: what the preparation and added samples change is seen on the Build page.</source>
      <translation>这里是载入时的样子：数据准备和添加的样本所作的改变在“搭建”页查看。</translation>
    </message>
    <message>
      <location filename="ui/data_page/side_panel.py" />
      <source>Vocabulary</source>
      <translation>词表</translation>
    </message>
    <message>
      <location filename="ui/data_page/statistics_panel.py" />
      <source>Deviation</source>
      <translation>标准差</translation>
    </message>
    <message>
      <location filename="ui/data_page/statistics_panel.py" />
      <source>Feature</source>
      <translation>特征</translation>
    </message>
    <message>
      <location filename="ui/data_page/statistics_panel.py" />
      <source>Mean of every class</source>
      <translation>每个类别的均值</translation>
    </message>
    <message>
      <location filename="ui/data_page/statistics_panel.py" />
      <source>Of {count} of {total} samples for training.</source>
      <translation>统计自 {total} 个训练样本中的 {count} 个。</translation>
    </message>
    <message>
      <location filename="ui/data_page/statistics_panel.py" />
      <source>The table has the numbers of your files; the network gets them normalised.</source>
      <translation>表中是文件里的原始数值；网络收到的是归一化后的数值。</translation>
    </message>
    <message>
      <location filename="ui/data_page/statistics_panel.py" />
      <source>value of an input</source>
      <translation>输入的值</translation>
    </message>
    <message>
      <location filename="ui/data_page/statistics_panel.py" />
      <source>value of an input, normalised</source>
      <translation>输入值（归一化后）</translation>
    </message>
    <message>
      <location filename="ui/data_page/texts_panel.py" />
      <source>Occurs</source>
      <translation>出现次数</translation>
    </message>
    <message>
      <location filename="ui/data_page/texts_panel.py" />
      <source>Share</source>
      <translation>占比</translation>
    </message>
    <message>
      <location filename="ui/data_page/texts_panel.py" />
      <source>Symbol</source>
      <translation>符号</translation>
    </message>
    <message>
      <location filename="ui/data_page/texts_panel.py" />
      <source>length in symbols</source>
      <translation>长度（符号数）</translation>
    </message>
    <message>
      <location filename="ui/data_page/texts_panel.py" />
      <source>{used} of {known} known symbols occur in {count} samples for training.</source>
      <translation>在 {count} 个训练样本中，{known} 个已知符号里出现了 {used} 个。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/about_dialog.py" />
      <source>Assemble a network, train it, and see inside it while it learns.</source>
      <translation>搭建一个网络，训练它，并在它学习时看到内部。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/about_dialog.py" />
      <source>MIT licence. Qt is used under the LGPL, the typeface Inter under the SIL Open Font License.</source>
      <translation>MIT 许可证。Qt 按 LGPL 使用，Inter 字体按 SIL 开放字体许可证使用。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/changes_dialog.py" />
      <source>A change belongs to the run: Ctrl+Z does not take it back. Restore what is silenced, let learn again what is frozen, or go back and run on from there as a fork.</source>
      <translation>改动属于这次运行，Ctrl+Z 不能撤销它。请恢复已静默的部分，让已冻结的模块重新学习，或回到改动之前，从那里以分支继续运行。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/changes_dialog.py" />
      <source>Changes of the run</source>
      <translation>运行中的改动</translation>
    </message>
    <message>
      <location filename="ui/dialogs/changes_dialog.py" />
      <source>Go there</source>
      <translation>前往该处</translation>
    </message>
    <message>
      <location filename="ui/dialogs/changes_dialog.py" />
      <source>Not in force where the run stands now</source>
      <translation>在运行当前所在的位置尚未生效</translation>
    </message>
    <message>
      <location filename="ui/dialogs/changes_dialog.py" />
      <source>Nothing was changed in this run yet. While it goes on, change its learning rate, freeze a block from its menu, or right-click a channel, unit, head or weight in a view.</source>
      <translation>这次运行还没有任何改动。运行期间可以修改学习率，在模块的菜单中冻结它，或在视图中右键单击通道、单元、注意力头或权重。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/changes_dialog.py" />
      <source>Rewind the run to the step after which this was changed (Enter)</source>
      <translation>将运行回退到作出这一改动的那一步（Enter）</translation>
    </message>
    <message>
      <location filename="ui/dialogs/problem_dialog.py" />
      <source>Change the experiment or run it again. The report below is for the people who make this program.</source>
      <translation>请修改实验或再次运行。下面的报告供本程序的开发者使用。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/problem_dialog.py" />
      <source>Open it again with its unsaved changes?</source>
      <translation>连同未保存的修改一起重新打开吗？</translation>
    </message>
    <message>
      <location filename="ui/dialogs/problem_dialog.py" />
      <source>Place: {place}</source>
      <translation>位置：{place}</translation>
    </message>
    <message>
      <location filename="ui/dialogs/problem_dialog.py" />
      <source>Save changes to “{title}”?</source>
      <translation>保存对“{title}”的修改吗？</translation>
    </message>
    <message>
      <location filename="ui/dialogs/problem_dialog.py" />
      <source>Start the engine again</source>
      <translation>重新启动引擎</translation>
    </message>
    <message>
      <location filename="ui/dialogs/problem_dialog.py" />
      <source>Start the engine again, then continue the run from the run library.</source>
      <translation>重新启动引擎，然后从运行库继续这次运行。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/problem_dialog.py" />
      <source>The engine was lost. The run is kept up to the last second.</source>
      <translation>引擎丢失。运行已保存到最后一秒。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/problem_dialog.py" />
      <source>Training failed unexpectedly. The run is kept up to the last second.</source>
      <translation>训练意外失败。运行已保存到最后一秒。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/problem_dialog.py" />
      <source>What is not saved is lost.</source>
      <translation>未保存的内容将会丢失。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/problem_dialog.py" />
      <source>“{title}” was not saved when the window ended.</source>
      <translation>窗口结束时“{title}”尚未保存。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Go on training</source>
      <translation>继续训练</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Go on training, exactly from step {step}? The run library keeps the run in any case.</source>
      <translation>要从第 {step} 步分毫不差地继续训练吗？无论如何，运行库都会保留这次运行。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>It may be computing something long: wait for it, or start it again. The run is kept as it was saved.</source>
      <translation>它可能正在进行耗时的计算：可以继续等待，或重新启动引擎。运行会保留到上次保存的状态。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>No other step is lost.</source>
      <translation>不会丢失其他步。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Not now</source>
      <translation>暂不</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Open it again, exactly at step {step}? The run library keeps the run in any case.</source>
      <translation>要重新打开它，并恰好停在第 {step} 步吗？无论如何，运行库都会保留这次运行。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Open the run</source>
      <translation>打开运行</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Or wait until it is done.</source>
      <translation>也可以等待它完成。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Pause and save the run, and close? The next start offers to go on exactly there.</source>
      <translation>要暂停并保存运行，然后关闭吗？下次启动时可以从此处分毫不差地继续。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Pause, save and close</source>
      <translation>暂停、保存并关闭</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Steps that are lost: {count}. Taken again, they give the same numbers.</source>
      <translation>丢失的步数：{count}。重新执行这些步会得到相同的数值。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Stop the step</source>
      <translation>中止当前步</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Stop the step, and the run stands at step {step}, where it was saved last.</source>
      <translation>中止当前步后，运行将停在第 {step} 步，即最近一次保存的位置。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>The engine has not answered for {seconds} seconds.</source>
      <translation>引擎已有 {seconds} 秒没有响应。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>The run has not paused for {seconds} seconds: what it computes takes long.</source>
      <translation>运行已 {seconds} 秒未能暂停：正在进行的计算需要较长时间。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>The run is paused and saved…</source>
      <translation>正在暂停并保存运行…</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>The training of “{title}” goes on.</source>
      <translation>“{title}”正在训练。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>Wait</source>
      <translation>等待</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>“{title}” was paused when the window was closed.</source>
      <translation>窗口关闭时，“{title}”处于暂停状态。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_dialogs.py" />
      <source>“{title}” was training when the window was closed.</source>
      <translation>窗口关闭时，“{title}”正在训练。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Best</source>
      <translation>最佳</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Continue the run</source>
      <translation>继续运行</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Continue…</source>
      <translation>继续…</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Delete “{title}” for good?</source>
      <translation>永久删除“{title}”吗？</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Family</source>
      <translation>类型</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Forked at</source>
      <translation>分叉于</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>How many epochs, steps or seconds more (as its limit counts)?</source>
      <translation>再训练多少轮、多少步或多少秒（按其上限的单位）？</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Rename the run</source>
      <translation>重命名运行</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Rename…</source>
      <translation>重命名…</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Run library</source>
      <translation>运行库</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Started</source>
      <translation>开始时间</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Steps</source>
      <translation>步数</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>step {step} of {title}</source>
      <translation>{title}的第 {step} 步</translation>
    </message>
    <message>
      <location filename="ui/dialogs/run_library_dialog.py" />
      <source>{count} runs, {size} MB on disk</source>
      <translation>{count} 次运行，占用磁盘 {size} MB</translation>
    </message>
    <message>
      <location filename="ui/dialogs/weight_dialog.py" />
      <source>From 0 to {last}</source>
      <translation>从 0 到 {last}</translation>
    </message>
    <message>
      <location filename="ui/dialogs/weight_dialog.py" />
      <source>It is {value} at step {step}.</source>
      <translation>在第 {step} 步，它是 {value}。</translation>
    </message>
    <message>
      <location filename="ui/dialogs/weight_dialog.py" />
      <source>New value</source>
      <translation>新值</translation>
    </message>
    <message>
      <location filename="ui/dialogs/weight_dialog.py" />
      <source>Set</source>
      <translation>设定</translation>
    </message>
    <message>
      <location filename="ui/dialogs/weight_dialog.py" />
      <source>Weight of {block}</source>
      <translation>{block}的权重</translation>
    </message>
    <message>
      <location filename="ui/dialogs/weight_dialog.py" />
      <source>What it is now is not known here: the view reads the first {part}.</source>
      <translation>它现在的值这里不知道：视图只读取前 {part} 个。</translation>
    </message>
    <message>
      <location filename="ui/drawing/curve_tool.py" />
      <source>Clear</source>
      <translation>清空</translation>
    </message>
    <message>
      <location filename="ui/drawing/curve_tool.py" />
      <source>value {number}</source>
      <translation>数值 {number}</translation>
    </message>
    <message>
      <location filename="ui/drawing/image_tool.py" />
      <source>As large as the data's digits, the centre of mass in the middle</source>
      <translation>与数据中的数字一样大，重心居中</translation>
    </message>
    <message>
      <location filename="ui/drawing/image_tool.py" />
      <source>Centre</source>
      <translation>居中</translation>
    </message>
    <message>
      <location filename="ui/drawing/image_tool.py" />
      <source>Colour</source>
      <translation>彩色</translation>
    </message>
    <message>
      <location filename="ui/drawing/image_tool.py" />
      <source>Dark becomes light, as for ink on white paper</source>
      <translation>深色变浅色，适用于白纸黑字的图片</translation>
    </message>
    <message>
      <location filename="ui/drawing/image_tool.py" />
      <source>Eraser</source>
      <translation>橡皮</translation>
    </message>
    <message>
      <location filename="ui/drawing/image_tool.py" />
      <source>How thick the pen draws</source>
      <translation>笔的粗细</translation>
    </message>
    <message>
      <location filename="ui/drawing/image_tool.py" />
      <source>Invert</source>
      <translation>反色</translation>
    </message>
    <message>
      <location filename="ui/drawing/image_tool.py" />
      <source>Pen</source>
      <translation>笔</translation>
    </message>
    <message>
      <location filename="ui/drawing/image_tool.py" />
      <source>Put the clipboard's picture onto the sheet; files can be dropped there</source>
      <translation>把剪贴板里的图片放到画纸上；文件可以直接拖放到那里</translation>
    </message>
    <message>
      <location filename="ui/drawing/text_tool.py" />
      <source>Write here</source>
      <translation>写在这里</translation>
    </message>
    <message>
      <location filename="ui/drawing/text_tool.py" />
      <source>{count} more letters are needed</source>
      <translation>还需要 {count} 个字符</translation>
    </message>
    <message>
      <location filename="ui/drawing/text_tool.py" />
      <source>{count} more words are needed</source>
      <translation>还需要 {count} 个词</translation>
    </message>
    <message>
      <location filename="ui/drawing/text_tool.py" />
      <source>✗ is not known in these data</source>
      <translation>✗ 表示这些数据不认识</translation>
    </message>
    <message>
      <location filename="ui/editors/appearance_tabs.py" />
      <source>Blocks as cards, with pictures of what they answer while a run goes on</source>
      <translation>以卡片显示模块，运行时附带其输出的图像</translation>
    </message>
    <message>
      <location filename="ui/editors/appearance_tabs.py" />
      <source>Blocks as rows of words, also for screen readers</source>
      <translation>以文字行显示模块，也便于屏幕阅读器</translation>
    </message>
    <message>
      <location filename="ui/editors/appearance_tabs.py" />
      <source>Canvas</source>
      <translation>画布</translation>
    </message>
    <message>
      <location filename="ui/editors/appearance_tabs.py" />
      <source>List</source>
      <translation>列表</translation>
    </message>
    <message>
      <location filename="ui/editors/block_menu.py" />
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <location filename="ui/editors/block_menu.py" />
      <source>Move into the composite beside it</source>
      <translation>移入旁边的组合</translation>
    </message>
    <message>
      <location filename="ui/editors/block_menu.py" />
      <source>Move out of its composite</source>
      <translation>移出所在的组合</translation>
    </message>
    <message>
      <location filename="ui/editors/block_menu.py" />
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <location filename="ui/editors/block_row.py" />
      <source>Branch {number}</source>
      <translation>分支 {number}</translation>
    </message>
    <message>
      <location filename="ui/editors/block_row.py" />
      <source>Frozen in this run: its weights stay as they are</source>
      <translation>在这次运行中已冻结：权重保持不变</translation>
    </message>
    <message>
      <location filename="ui/editors/block_row.py" />
      <source>Some of it is silenced in this run: it answers 0</source>
      <translation>在这次运行中有一部分已静默：输出为 0</translation>
    </message>
    <message>
      <location filename="ui/editors/block_row.py" />
      <source>{title} {caption}, output {shape}</source>
      <translation>{title} {caption}，输出 {shape}</translation>
    </message>
    <message>
      <location filename="ui/editors/branch_list.py" />
      <source>+ Add a branch</source>
      <translation>+ 添加分支</translation>
    </message>
    <message>
      <location filename="ui/editors/branch_list.py" />
      <source>Branch {number} · blocks: {count}</source>
      <translation>分支 {number} · 模块：{count}</translation>
    </message>
    <message>
      <location filename="ui/editors/branch_list.py" />
      <source>Remove branch {number}</source>
      <translation>删除分支 {number}</translation>
    </message>
    <message>
      <location filename="ui/editors/code_panel.py" />
      <source>Code</source>
      <translation>代码</translation>
    </message>
    <message>
      <location filename="ui/editors/code_panel.py" />
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <location filename="ui/editors/code_panel.py" />
      <source>Find in the code</source>
      <translation>在代码中查找</translation>
    </message>
    <message>
      <location filename="ui/editors/code_panel.py" />
      <source>It does not run yet: {cause}</source>
      <translation>它还不能运行：{cause}</translation>
    </message>
    <message>
      <location filename="ui/editors/code_panel.py" />
      <source>Puts the whole script on the clipboard</source>
      <translation>把整个脚本放到剪贴板</translation>
    </message>
    <message>
      <location filename="ui/editors/code_panel.py" />
      <source>Save the script</source>
      <translation>保存脚本</translation>
    </message>
    <message>
      <location filename="ui/editors/code_panel.py" />
      <source>The experiment as Python</source>
      <translation>用 Python 写的实验</translation>
    </message>
    <message>
      <location filename="ui/editors/code_panel.py" />
      <source>This experiment cannot be written as Python: {cause}</source>
      <translation>这个实验无法写成 Python：{cause}</translation>
    </message>
    <message>
      <location filename="ui/editors/code_panel.py" />
      <source>Writes the script into a file that needs torch, and not this program</source>
      <translation>把脚本写成一个只需要 torch、不需要本程序的文件</translation>
    </message>
    <message>
      <location filename="ui/editors/cost_text.py" />
      <source>Activations × {count}</source>
      <translation>激活值 × {count}</translation>
    </message>
    <message>
      <location filename="ui/editors/cost_text.py" />
      <source>not defined</source>
      <translation>无定义</translation>
    </message>
    <message>
      <location filename="ui/editors/cost_text.py" />
      <source>{count} positions</source>
      <translation>{count} 个位置</translation>
    </message>
    <message>
      <location filename="ui/editors/cost_text.py" />
      <source>{shape} pixels</source>
      <translation>{shape} 像素</translation>
    </message>
    <message>
      <location filename="ui/editors/data_editor.py" />
      <source>Facts</source>
      <translation>概况</translation>
    </message>
    <message>
      <location filename="ui/editors/data_editor.py" />
      <source>Samples will show here once the data can be read.</source>
      <translation>数据可以读取后，样本会显示在这里。</translation>
    </message>
    <message>
      <location filename="ui/editors/data_facts.py" />
      <source>Image</source>
      <translation>图像</translation>
    </message>
    <message>
      <location filename="ui/editors/data_facts.py" />
      <source>Sequence</source>
      <translation>序列</translation>
    </message>
    <message>
      <location filename="ui/editors/data_facts.py" />
      <source>Tokens</source>
      <translation>词元</translation>
    </message>
    <message>
      <location filename="ui/editors/data_facts.py" />
      <source>Train / val / test</source>
      <translation>训练 / 验证 / 测试</translation>
    </message>
    <message>
      <location filename="ui/editors/data_facts.py" />
      <source>Vector</source>
      <translation>向量</translation>
    </message>
    <message>
      <location filename="ui/editors/data_facts.py" />
      <source>not here yet</source>
      <translation>尚未就绪</translation>
    </message>
    <message>
      <location filename="ui/editors/data_facts.py" />
      <source>{data} (offline)</source>
      <translation>{data}（离线）</translation>
    </message>
    <message>
      <location filename="ui/editors/data_facts.py" />
      <source>{data} ({size} MB)</source>
      <translation>{data}（{size} MB）</translation>
    </message>
    <message>
      <location filename="ui/editors/inspector.py" />
      <source>Select a block to see its formula, its settings and how its parameters add up.</source>
      <translation>选择一个模块，查看它的公式、设置以及参数量的计算。</translation>
    </message>
    <message>
      <location filename="ui/editors/inspector.py" />
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <location filename="ui/editors/inspector.py" />
      <source>Side by side</source>
      <translation>并排拼接</translation>
    </message>
    <message>
      <location filename="ui/editors/inspector.py" />
      <source>not known</source>
      <translation>未知</translation>
    </message>
    <message>
      <location filename="ui/editors/model_editor.py" />
      <source>A baseline has no blocks, so there is nothing to assemble and nothing to look into.</source>
      <translation>基线没有块，所以没有可组装的，也没有可看进去的。</translation>
    </message>
    <message>
      <location filename="ui/editors/model_editor.py" />
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <location filename="ui/editors/model_editor.py" />
      <source>The experiment as a Python file, beside the model</source>
      <translation>在模型旁以 Python 文件显示实验</translation>
    </message>
    <message>
      <location filename="ui/editors/network_panel.py" />
      <source>Adds a block after the selected one, else at the end (Insert)</source>
      <translation>在所选模块之后添加一个模块，否则加在末尾（Insert）</translation>
    </message>
    <message>
      <location filename="ui/editors/network_panel.py" />
      <source>Input: {port}</source>
      <translation>输入：{port}</translation>
    </message>
    <message>
      <location filename="ui/editors/network_panel.py" />
      <source>No blocks yet. Press “+ Add a block”, or paste one with Ctrl+V.</source>
      <translation>还没有模块。按“+ 添加模块”，或用 Ctrl+V 粘贴。</translation>
    </message>
    <message>
      <location filename="ui/editors/network_words.py" />
      <source>Decoder</source>
      <translation>解码器</translation>
    </message>
    <message>
      <location filename="ui/editors/network_words.py" />
      <source>Discriminator</source>
      <translation>判别器</translation>
    </message>
    <message>
      <location filename="ui/editors/network_words.py" />
      <source>Encoder</source>
      <translation>编码器</translation>
    </message>
    <message>
      <location filename="ui/editors/network_words.py" />
      <source>Generator</source>
      <translation>生成器</translation>
    </message>
    <message>
      <location filename="ui/editors/network_words.py" />
      <source>Network</source>
      <translation>网络</translation>
    </message>
    <message>
      <location filename="ui/editors/network_words.py" />
      <source>image of {shape}</source>
      <translation>图像 {shape}</translation>
    </message>
    <message>
      <location filename="ui/editors/network_words.py" />
      <source>sequence of {shape}</source>
      <translation>序列 {shape}</translation>
    </message>
    <message>
      <location filename="ui/editors/network_words.py" />
      <source>vector of {shape}</source>
      <translation>向量 {shape}</translation>
    </message>
    <message>
      <location filename="ui/editors/network_words.py" />
      <source>{length} tokens out of {vocabulary}</source>
      <translation>{length} 个词元，词表 {vocabulary}</translation>
    </message>
    <message>
      <location filename="ui/editors/palette_menu.py" />
      <source>Attention</source>
      <translation>注意力</translation>
    </message>
    <message>
      <location filename="ui/editors/palette_menu.py" />
      <source>Basic</source>
      <translation>基本</translation>
    </message>
    <message>
      <location filename="ui/editors/palette_menu.py" />
      <source>Composites</source>
      <translation>组合</translation>
    </message>
    <message>
      <location filename="ui/editors/palette_menu.py" />
      <source>Images</source>
      <translation>图像</translation>
    </message>
    <message>
      <location filename="ui/editors/palette_menu.py" />
      <source>Sequences</source>
      <translation>序列</translation>
    </message>
    <message>
      <location filename="ui/editors/place_words.py" />
      <source>Block {number} ({label})</source>
      <translation>模块 {number}（{label}）</translation>
    </message>
    <message>
      <location filename="ui/editors/place_words.py" />
      <source>Preparation</source>
      <translation>数据准备</translation>
    </message>
    <message>
      <location filename="ui/editors/problem_list.py" />
      <source>Problems</source>
      <translation>问题</translation>
    </message>
    <message>
      <location filename="ui/editors/problem_list.py" />
      <source>✓ Ready to run: data, model and training go together.</source>
      <translation>✓ 可以运行：数据、模型与训练相互匹配。</translation>
    </message>
    <message>
      <location filename="ui/editors/rate_preview.py" />
      <source>Drawn as if {steps} steps fitted into the time; one epoch has {epoch}.</source>
      <translation>按这段时间内可完成 {steps} 步来绘制；每轮 {epoch} 步。</translation>
    </message>
    <message>
      <location filename="ui/editors/rate_preview.py" />
      <source>Learning rate over the run</source>
      <translation>训练过程中的学习率</translation>
    </message>
    <message>
      <location filename="ui/editors/rate_preview.py" />
      <source>Logarithmic axis</source>
      <translation>对数坐标轴</translation>
    </message>
    <message>
      <location filename="ui/editors/rate_preview.py" />
      <source>log</source>
      <translation>对数</translation>
    </message>
    <message>
      <location filename="ui/editors/rate_preview.py" />
      <source>step {step}: {rate}</source>
      <translation>第 {step} 步：{rate}</translation>
    </message>
    <message>
      <location filename="ui/editors/rate_preview.py" />
      <source>{steps} steps in all; one epoch has {epoch}.</source>
      <translation>共 {steps} 步；每轮 {epoch} 步。</translation>
    </message>
    <message>
      <location filename="ui/editors/remedy_row.py" />
      <source>{remedy} (Ctrl+Z takes it back)</source>
      <translation>{remedy}（Ctrl+Z 可撤销）</translation>
    </message>
    <message>
      <location filename="ui/editors/run_section.py" />
      <source>Freeze</source>
      <translation>冻结</translation>
    </message>
    <message>
      <location filename="ui/editors/run_section.py" />
      <source>In this run</source>
      <translation>在这次运行中</translation>
    </message>
    <message>
      <location filename="ui/editors/run_section.py" />
      <source>Let it learn again</source>
      <translation>让它重新学习</translation>
    </message>
    <message>
      <location filename="ui/editors/run_section.py" />
      <source>Nothing is silenced here. Right-click a channel, unit or head in a view, or press S on it.</source>
      <translation>这里没有静默任何部分。请在视图中右键单击通道、单元或注意力头，或选中后按 S。</translation>
    </message>
    <message>
      <location filename="ui/editors/run_section.py" />
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <location filename="ui/editors/run_section.py" />
      <source>Restore all</source>
      <translation>全部恢复</translation>
    </message>
    <message>
      <location filename="ui/editors/run_section.py" />
      <source>Restore {part}</source>
      <translation>恢复{part}</translation>
    </message>
    <message>
      <location filename="ui/editors/run_section.py" />
      <source>Silenced: {count}. Each answers 0 until it is restored.</source>
      <translation>已静默：{count} 个。它们的输出为 0，直到恢复。</translation>
    </message>
    <message>
      <location filename="ui/editors/summary_panel.py" />
      <source>Batch size</source>
      <translation>批大小</translation>
    </message>
    <message>
      <location filename="ui/editors/summary_panel.py" />
      <source>Discriminator's optimiser</source>
      <translation>判别器的优化器</translation>
    </message>
    <message>
      <location filename="ui/editors/summary_panel.py" />
      <source>Estimator</source>
      <translation>估计器</translation>
    </message>
    <message>
      <location filename="ui/editors/summary_panel.py" />
      <source>Learning rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <location filename="ui/editors/summary_panel.py" />
      <source>Objective</source>
      <translation>目标</translation>
    </message>
    <message>
      <location filename="ui/editors/summary_panel.py" />
      <source>Optimiser</source>
      <translation>优化器</translation>
    </message>
    <message>
      <location filename="ui/editors/summary_panel.py" />
      <source>Seed</source>
      <translation>随机种子</translation>
    </message>
    <message>
      <location filename="ui/editors/summary_panel.py" />
      <source>{name} ({value} at the head)</source>
      <translation>{name}（最前端为 {value}）</translation>
    </message>
    <message>
      <location filename="ui/editors/training_editor.py" />
      <source>Computing</source>
      <translation>计算</translation>
    </message>
    <message>
      <location filename="ui/editors/training_editor.py" />
      <source>Length of the run</source>
      <translation>训练长度</translation>
    </message>
    <message>
      <location filename="ui/evaluation/calibration_page.py" />
      <source>Calibration</source>
      <translation>校准</translation>
    </message>
    <message>
      <location filename="ui/evaluation/calibration_page.py" />
      <source>confidence</source>
      <translation>置信度</translation>
    </message>
    <message>
      <location filename="ui/evaluation/calibration_page.py" />
      <source>confidence from {low} to {high} %: {count} answers</source>
      <translation>置信度 {low} 至 {high} %：{count} 个回答</translation>
    </message>
    <message>
      <location filename="ui/evaluation/calibration_page.py" />
      <source>error (ECE) {error}</source>
      <translation>误差（ECE）{error}</translation>
    </message>
    <message>
      <location filename="ui/evaluation/calibration_page.py" />
      <source>share of all answers</source>
      <translation>占全部回答的比例</translation>
    </message>
    <message>
      <location filename="ui/evaluation/calibration_page.py" />
      <source>share that is right</source>
      <translation>正确的比例</translation>
    </message>
    <message>
      <location filename="ui/evaluation/calibration_page.py" />
      <source>{right} % are right, {sure} % would be expected</source>
      <translation>{right} % 正确，按置信度应为 {sure} %</translation>
    </message>
    <message>
      <location filename="ui/evaluation/class_page.py" />
      <source>Answered</source>
      <translation>回答</translation>
    </message>
    <message>
      <location filename="ui/evaluation/class_page.py" />
      <source>ROC area</source>
      <translation>ROC 面积</translation>
    </message>
    <message>
      <location filename="ui/evaluation/confusion_page.py" />
      <source>Confusion</source>
      <translation>混淆</translation>
    </message>
    <message>
      <location filename="ui/evaluation/confusion_page.py" />
      <source>Confusion matrix</source>
      <translation>混淆矩阵</translation>
    </message>
    <message>
      <location filename="ui/evaluation/confusion_page.py" />
      <source>taken for</source>
      <translation>被认作</translation>
    </message>
    <message>
      <location filename="ui/evaluation/confusion_page.py" />
      <source>truly</source>
      <translation>实际为</translation>
    </message>
    <message>
      <location filename="ui/evaluation/confusion_page.py" />
      <source>{count} of {support} ({share} %)</source>
      <translation>{support} 个中的 {count} 个（{share} %）</translation>
    </message>
    <message>
      <location filename="ui/evaluation/confusion_page.py" />
      <source>“{truth}” taken for “{answer}”</source>
      <translation>“{truth}”被认作“{answer}”</translation>
    </message>
    <message>
      <location filename="ui/evaluation/confusion_page.py" />
      <source>“{truth}”, recognised</source>
      <translation>“{truth}”，认对了</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation.py" />
      <source>At step {step}: {metrics}</source>
      <translation>第 {step} 步：{metrics}</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation.py" />
      <source>Sample {index} of the {split} split is pinned</source>
      <translation>已固定{split}划分的样本 {index}</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>Copy as numbers</source>
      <translation>复制为数字</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>Copy as picture</source>
      <translation>复制为图片</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>Evaluate again</source>
      <translation>重新评估</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>Evaluating…</source>
      <translation>正在评估…</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>Evaluation</source>
      <translation>评估</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>Let all views look at the chosen sample (Enter)</source>
      <translation>让所有视图观察所选样本（回车）</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>No samples to look at</source>
      <translation>没有可看的样本</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>Nothing was evaluated</source>
      <translation>没有可评估的内容</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>Pin the sample</source>
      <translation>固定该样本</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>The run goes on meanwhile.</source>
      <translation>运行同时继续。</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>The weights of this moment are being saved.</source>
      <translation>正在保存此刻的权重。</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>There is no right answer to a single sample here, so that only figures of all of them are told.</source>
      <translation>这里单个样本没有正确答案，因此只给出全体样本的指标。</translation>
    </message>
    <message>
      <location filename="ui/evaluation/evaluation_dialog.py" />
      <source>{title}: {count} samples of the {split} split, with the weights of step {step}</source>
      <translation>{title}：{split}划分的 {count} 个样本，使用第 {step} 步的权重</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>95 % interval {low} to {high}</source>
      <translation>95 % 置信区间 {low} 至 {high}</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Accuracy</source>
      <translation>准确率</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Area under ROC, mean over classes</source>
      <translation>ROC 曲线下面积，各类平均</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>BLEU</source>
      <translation>BLEU</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Calibration error (ECE)</source>
      <translation>校准误差（ECE）</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Discriminator says real, of made samples</source>
      <translation>判别器判为真（生成样本）</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Discriminator says real, of real samples</source>
      <translation>判别器判为真（真实样本）</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Discriminator's score of made samples</source>
      <translation>判别器对生成样本的评分</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Discriminator's score of real samples</source>
      <translation>判别器对真实样本的评分</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Exact match</source>
      <translation>完全匹配</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>F1, mean over classes</source>
      <translation>F1，各类平均</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Loss, {network}</source>
      <translation>损失，{network}</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Mean absolute error</source>
      <translation>平均绝对误差</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Root mean squared error</source>
      <translation>均方根误差</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>R², mean over values</source>
      <translation>R²，各值平均</translation>
    </message>
    <message>
      <location filename="ui/evaluation/figure_words.py" />
      <source>Variety of the made samples</source>
      <translation>生成样本的多样性</translation>
    </message>
    <message>
      <location filename="ui/evaluation/residual_page.py" />
      <source>Residuals</source>
      <translation>残差</translation>
    </message>
    <message>
      <location filename="ui/evaluation/residual_page.py" />
      <source>R² {r2} · mean absolute error {mae} · root mean squared error {rmse}</source>
      <translation>R² {r2} · 平均绝对误差 {mae} · 均方根误差 {rmse}</translation>
    </message>
    <message>
      <location filename="ui/evaluation/residual_page.py" />
      <source>Value</source>
      <translation>值</translation>
    </message>
    <message>
      <location filename="ui/evaluation/residual_page.py" />
      <source>answer − true value</source>
      <translation>回答 − 真实值</translation>
    </message>
    <message>
      <location filename="ui/evaluation/residual_page.py" />
      <source>sample {index}</source>
      <translation>样本 {index}</translation>
    </message>
    <message>
      <location filename="ui/evaluation/residual_page.py" />
      <source>true value</source>
      <translation>真实值</translation>
    </message>
    <message>
      <location filename="ui/evaluation/residual_page.py" />
      <source>true {truth}, answered {answer}</source>
      <translation>真实值 {truth}，回答 {answer}</translation>
    </message>
    <message>
      <location filename="ui/evaluation/roc_page.py" />
      <source>ROC</source>
      <translation>ROC</translation>
    </message>
    <message>
      <location filename="ui/evaluation/roc_page.py" />
      <source>area {area}</source>
      <translation>面积 {area}</translation>
    </message>
    <message>
      <location filename="ui/evaluation/roc_page.py" />
      <source>not defined: the split has only one kind of sample</source>
      <translation>未定义：该划分只有一种样本</translation>
    </message>
    <message>
      <location filename="ui/evaluation/roc_page.py" />
      <source>share of the class that is found</source>
      <translation>该类中被找到的比例</translation>
    </message>
    <message>
      <location filename="ui/evaluation/roc_page.py" />
      <source>share of the others that is taken for it</source>
      <translation>其他类中被认作该类的比例</translation>
    </message>
    <message>
      <location filename="ui/evaluation/roc_page.py" />
      <source>{found} % found, {mistaken} % of the others with it</source>
      <translation>找到 {found} %，同时误收其他类的 {mistaken} %</translation>
    </message>
    <message>
      <location filename="ui/evaluation/sample_gallery.py" />
      <source>Loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <location filename="ui/evaluation/sample_gallery.py" />
      <source>Wanted</source>
      <translation>应为</translation>
    </message>
    <message>
      <location filename="ui/evaluation/sample_gallery.py" />
      <source>loss {loss}</source>
      <translation>损失 {loss}</translation>
    </message>
    <message>
      <location filename="ui/evaluation/sample_gallery.py" />
      <source>{title}: the worst {shown} of {count}</source>
      <translation>{title}：{count} 个中最差的 {shown} 个</translation>
    </message>
    <message>
      <location filename="ui/evaluation/worst_page.py" />
      <source>Mistakes, the largest losses first</source>
      <translation>错误，损失最大的在前</translation>
    </message>
    <message>
      <location filename="ui/evaluation/worst_page.py" />
      <source>No mistakes; these had the largest losses</source>
      <translation>没有错误；以下样本损失最大</translation>
    </message>
    <message>
      <location filename="ui/evaluation/worst_page.py" />
      <source>The largest losses first</source>
      <translation>损失最大的在前</translation>
    </message>
    <message>
      <location filename="ui/evaluation/worst_page.py" />
      <source>Worst mistakes</source>
      <translation>最严重的错误</translation>
    </message>
    <message>
      <location filename="ui/evaluation/worst_page.py" />
      <source>truly {truth}, answered {answer}</source>
      <translation>实际为 {truth}，回答为 {answer}</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_commands.py" />
      <source>Fetching {data}: {percent} %</source>
      <translation>正在获取 {data}：{percent} %</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_commands.py" />
      <source>{data} is here now</source>
      <translation>{data} 已就绪</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>Cancel fetching</source>
      <translation>取消获取</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>Fetch</source>
      <translation>获取</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>Fetch data</source>
      <translation>获取数据</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>Licence</source>
      <translation>许可证</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>Place: {folder}</source>
      <translation>位置：{folder}</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>Source:</source>
      <translation>来源：</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>being fetched</source>
      <translation>正在获取</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>being fetched: {percent} %</source>
      <translation>正在获取：{percent} %</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>waits for its turn</source>
      <translation>等待中</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>{count} selected</source>
      <translation>已选 {count} 项</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>✓ here</source>
      <translation>✓ 已在本机</translation>
    </message>
    <message>
      <location filename="ui/fetching/fetch_dialog.py" />
      <source>✗ could not be fetched</source>
      <translation>✗ 无法获取</translation>
    </message>
    <message>
      <location filename="ui/fields/bounds.py" />
      <source>{value} is too large: type less than {bound}.</source>
      <translation>{value} 太大：请输入小于 {bound} 的值。</translation>
    </message>
    <message>
      <location filename="ui/fields/bounds.py" />
      <source>{value} is too large: type {bound} or less.</source>
      <translation>{value} 太大：请输入不大于 {bound} 的值。</translation>
    </message>
    <message>
      <location filename="ui/fields/bounds.py" />
      <source>{value} is too small: type more than {bound}.</source>
      <translation>{value} 太小：请输入大于 {bound} 的值。</translation>
    </message>
    <message>
      <location filename="ui/fields/bounds.py" />
      <source>{value} is too small: type {bound} or more.</source>
      <translation>{value} 太小：请输入不小于 {bound} 的值。</translation>
    </message>
    <message>
      <location filename="ui/fields/form_row.py" />
      <source>This changes nothing now. {reason}</source>
      <translation>现在改它没有作用。{reason}</translation>
    </message>
    <message>
      <location filename="ui/fields/integer.py" />
      <source>“{text}” is not a whole number. Type digits, such as 64.</source>
      <translation>“{text}”不是整数。请输入数字，例如 64。</translation>
    </message>
    <message>
      <location filename="ui/fields/kind.py" />
      <source>As usual</source>
      <translation>照常</translation>
    </message>
    <message>
      <location filename="ui/fields/number.py" />
      <source>“{text}” is not a finite number. Type one such as 0.001 or 1e-3.</source>
      <translation>“{text}”不是有限的数。请输入例如 0.001 或 1e-3。</translation>
    </message>
    <message>
      <location filename="ui/fields/number.py" />
      <source>“{text}” is not a number. Type one such as 0.001 or 1e-3.</source>
      <translation>“{text}”不是数。请输入例如 0.001 或 1e-3。</translation>
    </message>
    <message>
      <location filename="ui/fields/numbers.py" />
      <source>“{text}” is not a shape. Type whole numbers, such as 1 × 8 × 8.</source>
      <translation>“{text}”不是形状。请输入整数，例如 1 × 8 × 8。</translation>
    </message>
    <message>
      <location filename="ui/fields/option_labels.py" />
      <source>Fixed</source>
      <translation>固定</translation>
    </message>
    <message>
      <location filename="ui/fields/slid.py" />
      <source>all {count}</source>
      <translation>全部 {count}</translation>
    </message>
    <message>
      <location filename="ui/file_commands.py" />
      <source>Open an experiment</source>
      <translation>打开实验</translation>
    </message>
    <message>
      <location filename="ui/file_commands.py" />
      <source>Save the experiment</source>
      <translation>保存实验</translation>
    </message>
    <message>
      <location filename="ui/framed_view.py" />
      <source>Press Run (Space) and it appears here while the network learns.</source>
      <translation>按“运行”（空格键），网络学习时这里就会显示内容。</translation>
    </message>
    <message>
      <location filename="ui/freeze_action.py" />
      <source>The block's weights go on learning from the next step on.</source>
      <translation>从下一步起，该模块的权重继续学习。</translation>
    </message>
    <message>
      <location filename="ui/freeze_action.py" />
      <source>The block's weights stay as they are while the others learn. It belongs to the run, not to the experiment: thawing or going back takes it back, Ctrl+Z does not.</source>
      <translation>该模块的权重保持不变，其他模块继续学习。这属于运行而不属于实验：解冻或回退可以取消它，Ctrl+Z 不能。</translation>
    </message>
    <message>
      <location filename="ui/gallery/experiment_card.py" />
      <source>The data have to be fetched first.</source>
      <translation>需要先获取数据。</translation>
    </message>
    <message>
      <location filename="ui/gallery/experiment_card.py" />
      <source>{minutes} min</source>
      <translation>{minutes} 分钟</translation>
    </message>
    <message>
      <location filename="ui/gallery/experiment_card.py" />
      <source>{seconds} s</source>
      <translation>{seconds} 秒</translation>
    </message>
    <message>
      <location filename="ui/gallery/experiment_card.py" />
      <source>{size} MB of data</source>
      <translation>{size} MB 数据</translation>
    </message>
    <message>
      <location filename="ui/gallery/gallery_page.py" />
      <source>Empty canvas</source>
      <translation>空白画布</translation>
    </message>
    <message>
      <location filename="ui/gallery/gallery_page.py" />
      <source>Nothing was opened or saved yet. What you save appears here.</source>
      <translation>还没有打开或保存过任何内容。您保存的会出现在这里。</translation>
    </message>
    <message>
      <location filename="ui/gallery/gallery_page.py" />
      <source>Pick one and press Run. Everything here works offline unless it says otherwise.</source>
      <translation>选一个，然后按“运行”。除非另有说明，这里的一切都可离线使用。</translation>
    </message>
    <message>
      <location filename="ui/gallery/gallery_page.py" />
      <source>Recent</source>
      <translation>最近</translation>
    </message>
    <message>
      <location filename="ui/gallery/gallery_page.py" />
      <source>See inside a network while it learns</source>
      <translation>在网络学习时看到它的内部</translation>
    </message>
    <message>
      <location filename="ui/import_commands.py" />
      <source>Import a network from Python</source>
      <translation>从 Python 导入网络</translation>
    </message>
    <message>
      <location filename="ui/import_commands.py" />
      <source>It may do anything that you may do on this computer. Run it only if you know what it does.</source>
      <translation>它可以在这台电脑上做你能做的任何事。只有在知道它做什么时才运行它。</translation>
    </message>
    <message>
      <location filename="ui/import_commands.py" />
      <source>Run the file</source>
      <translation>运行文件</translation>
    </message>
    <message>
      <location filename="ui/import_commands.py" />
      <source>The file holds more than one network.</source>
      <translation>文件中有不止一个网络。</translation>
    </message>
    <message>
      <location filename="ui/import_commands.py" />
      <source>The file is being run…</source>
      <translation>正在运行文件…</translation>
    </message>
    <message>
      <location filename="ui/import_commands.py" />
      <source>To read its network, this file has to be run:</source>
      <translation>要读取其中的网络，必须运行这个文件：</translation>
    </message>
    <message>
      <location filename="ui/import_commands.py" />
      <source>Which network?</source>
      <translation>哪个网络？</translation>
    </message>
    <message>
      <location filename="ui/menus.py" />
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <location filename="ui/menus.py" />
      <source>Dark theme</source>
      <translation>深色主题</translation>
    </message>
    <message>
      <location filename="ui/menus.py" />
      <source>Forget these</source>
      <translation>清除这些记录</translation>
    </message>
    <message>
      <location filename="ui/menus.py" />
      <source>Light theme</source>
      <translation>浅色主题</translation>
    </message>
    <message>
      <location filename="ui/menus.py" />
      <source>Nothing was opened or saved yet</source>
      <translation>还没有打开或保存过任何内容</translation>
    </message>
    <message>
      <location filename="ui/menus.py" />
      <source>Open recent</source>
      <translation>最近打开</translation>
    </message>
    <message>
      <location filename="ui/menus.py" />
      <source>Views</source>
      <translation>视图</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>Accuracy (share)</source>
      <translation>准确率（比例）</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>Discriminator says real (probability)</source>
      <translation>判别器判为真实（概率）</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>Discriminator's score</source>
      <translation>判别器的评分</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>Exact match (share)</source>
      <translation>完全匹配（比例）</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>Length of the gradient</source>
      <translation>梯度的长度</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>Mean absolute error, in the unit learned</source>
      <translation>平均绝对误差（按学习时的单位）</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>Perplexity</source>
      <translation>困惑度</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>learning rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>of made samples</source>
      <translation>生成样本</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>of real samples</source>
      <translation>真实样本</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>training</source>
      <translation>训练</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>{curve}, the run before</source>
      <translation>{curve}，上一次运行</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>{curve}, the run that was forked</source>
      <translation>{curve}，被分叉的运行</translation>
    </message>
    <message>
      <location filename="ui/metric_words.py" />
      <source>{network}, validation</source>
      <translation>{network}，验证</translation>
    </message>
    <message>
      <location filename="ui/own/column_choice.py" />
      <source>Input columns</source>
      <translation>输入列</translation>
    </message>
    <message>
      <location filename="ui/own/column_choice.py" />
      <source>Target column</source>
      <translation>目标列</translation>
    </message>
    <message>
      <location filename="ui/own/column_choice.py" />
      <source>texts</source>
      <translation>文本</translation>
    </message>
    <message>
      <location filename="ui/own/column_choice.py" />
      <source>{count} words</source>
      <translation>{count} 个词</translation>
    </message>
    <message>
      <location filename="ui/own/found_panel.py" />
      <source>Found</source>
      <translation>扫描结果</translation>
    </message>
    <message>
      <location filename="ui/own/found_panel.py" />
      <source>✓ Nothing is wrong with these data.</source>
      <translation>✓ 这些数据没有问题。</translation>
    </message>
    <message>
      <location filename="ui/own/own_dialog.py" />
      <source>A folder of pictures or sounds with one folder for each class, a table (CSV, TSV, Parquet), arrays (NPZ, NPY), or texts. The files stay where they are, and nothing in them is changed.</source>
      <translation>一个图片或声音文件夹（每个类别一个子文件夹）、一张表格（CSV、TSV、Parquet）、数组（NPZ、NPY）或文本。文件留在原处，内容不会被改动。</translation>
    </message>
    <message>
      <location filename="ui/own/own_dialog.py" />
      <source>Choose a file of data</source>
      <translation>选择数据文件</translation>
    </message>
    <message>
      <location filename="ui/own/own_dialog.py" />
      <source>Choose a folder of data</source>
      <translation>选择数据文件夹</translation>
    </message>
    <message>
      <location filename="ui/own/own_dialog.py" />
      <source>Drop a file or folder here, or choose one above.</source>
      <translation>把文件或文件夹拖到这里，或在上方选择。</translation>
    </message>
    <message>
      <location filename="ui/own/own_dialog.py" />
      <source>File…</source>
      <translation>文件…</translation>
    </message>
    <message>
      <location filename="ui/own/own_dialog.py" />
      <source>Folder…</source>
      <translation>文件夹…</translation>
    </message>
    <message>
      <location filename="ui/own/own_dialog.py" />
      <source>Use these data</source>
      <translation>使用这些数据</translation>
    </message>
    <message>
      <location filename="ui/own/own_dialog.py" />
      <source>With a small network that suits them</source>
      <translation>连同一个适合它们的小网络</translation>
    </message>
    <message>
      <location filename="ui/own/own_dialog.py" />
      <source>Your own data</source>
      <translation>你自己的数据</translation>
    </message>
    <message>
      <location filename="ui/own/scan_progress.py" />
      <source>Scanning…</source>
      <translation>正在扫描…</translation>
    </message>
    <message>
      <location filename="ui/own/settings_panel.py" />
      <source>First samples</source>
      <translation>前几个样本</translation>
    </message>
    <message>
      <location filename="ui/own/settings_panel.py" />
      <source>These data cannot be used as they are: mend what is listed, and scan again.</source>
      <translation>这些数据目前无法使用：请修复列出的问题，然后重新扫描。</translation>
    </message>
    <message>
      <location filename="ui/own/settings_panel.py" />
      <source>Use as</source>
      <translation>用作</translation>
    </message>
    <message>
      <location filename="ui/part_menu.py" />
      <source>Edit this weight…</source>
      <translation>编辑这个权重…</translation>
    </message>
    <message>
      <location filename="ui/part_menu.py" />
      <source>It answers again from the next step on.</source>
      <translation>从下一步起，它重新有输出。</translation>
    </message>
    <message>
      <location filename="ui/part_menu.py" />
      <source>Restore all of {block}</source>
      <translation>恢复{block}的全部</translation>
    </message>
    <message>
      <location filename="ui/part_menu.py" />
      <source>Silence {part}</source>
      <translation>静默{part}</translation>
    </message>
    <message>
      <location filename="ui/part_menu.py" />
      <source>The weight has another value before the next step, from which it goes on learning. It belongs to the run, not to the experiment: going back takes it back, Ctrl+Z does not.</source>
      <translation>这个权重在下一步之前取另一个值，并从该值继续学习。这属于运行而不属于实验：回退可以取消它，Ctrl+Z 不能。</translation>
    </message>
    <message>
      <location filename="ui/part_menu.py" />
      <source>What it answers is 0 from the next step on, in training and in every view. It belongs to the run, not to the experiment: restoring or going back takes it back, Ctrl+Z does not.</source>
      <translation>从下一步起，它的输出为 0，训练和所有视图都如此。这属于运行而不属于实验：恢复或回退可以取消它，Ctrl+Z 不能。</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>The run has come to step {head}, its head</source>
      <translation>运行已进行到第 {head} 步，即其最前端</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>behind the head</source>
      <translation>在最前端之前</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>compiling</source>
      <translation>编译中</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>differs from the spec</source>
      <translation>与实验设置不同</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>loading</source>
      <translation>载入中</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>of {head}</source>
      <translation>共 {head} 步</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>paused</source>
      <translation>已暂停</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>ready</source>
      <translation>就绪</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>replaying</source>
      <translation>重放中</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>rewinding</source>
      <translation>回退中</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>step {step}</source>
      <translation>第 {step} 步</translation>
    </message>
    <message>
      <location filename="ui/place_words.py" />
      <source>stepping</source>
      <translation>单步中</translation>
    </message>
    <message>
      <location filename="ui/preparation/preparation_editor.py" />
      <source>Before and after …</source>
      <translation>变换前后……</translation>
    </message>
    <message>
      <location filename="ui/preparation/preparation_editor.py" />
      <source>Show samples as they were loaded and as training sees them</source>
      <translation>显示样本读入时的样子和训练时看到的样子</translation>
    </message>
    <message>
      <location filename="ui/preparation/preparation_editor.py" />
      <source>Transforms</source>
      <translation>变换</translation>
    </message>
    <message>
      <location filename="ui/preparation/preparation_facts.py" />
      <source>Label noise</source>
      <translation>标签噪声</translation>
    </message>
    <message>
      <location filename="ui/preparation/preview_dialog.py" />
      <source>After</source>
      <translation>更新后</translation>
    </message>
    <message>
      <location filename="ui/preparation/preview_dialog.py" />
      <source>Before</source>
      <translation>更新前</translation>
    </message>
    <message>
      <location filename="ui/preparation/preview_dialog.py" />
      <source>Before and after the preparation</source>
      <translation>数据准备前后</translation>
    </message>
    <message>
      <location filename="ui/preparation/preview_dialog.py" />
      <source>Every text is cut into tokens, and a number stands for each: that is all the network receives. There are {count} different ones.</source>
      <translation>每段文本都被切成词元，每个词元由一个编号代表：网络收到的只有这些编号。不同的词元共有 {count} 个。</translation>
    </message>
    <message>
      <location filename="ui/preparation/preview_dialog.py" />
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <location filename="ui/preparation/preview_dialog.py" />
      <source>Step</source>
      <translation>单步</translation>
    </message>
    <message>
      <location filename="ui/preparation/preview_dialog.py" />
      <source>The first samples of the batch that step {step} takes, as training sees them. Every step draws anew; evaluation and views see them normalised at most.</source>
      <translation>第 {step} 步所用批次的前几个样本，与训练时看到的一样。每一步都重新抽取；评估和视图看到的样本最多只经过归一化。</translation>
    </message>
    <message>
      <location filename="ui/preparation/preview_words.py" />
      <source>Values from {low} to {high}, mean {mean}, deviation {deviation}</source>
      <translation>数值从 {low} 到 {high}，均值 {mean}，标准差 {deviation}</translation>
    </message>
    <message>
      <location filename="ui/preparation/transform_list.py" />
      <source>+ Add a transform</source>
      <translation>+ 添加变换</translation>
    </message>
    <message>
      <location filename="ui/preparation/transform_list.py" />
      <source>No transforms: networks receive every sample as it is, in every epoch the same.</source>
      <translation>没有变换：网络收到的样本就是原样，每一轮都相同。</translation>
    </message>
    <message>
      <location filename="ui/preparation/transform_row.py" />
      <source>Apply {transform} earlier</source>
      <translation>提前应用“{transform}”</translation>
    </message>
    <message>
      <location filename="ui/preparation/transform_row.py" />
      <source>Apply {transform} later</source>
      <translation>推后应用“{transform}”</translation>
    </message>
    <message>
      <location filename="ui/run_changes.py" />
      <source>It is frozen with {block}: let that one learn again.</source>
      <translation>它随{block}一起冻结：请让后者重新学习。</translation>
    </message>
    <message>
      <location filename="ui/run_changes.py" />
      <source>Select a block first.</source>
      <translation>请先选择一个模块。</translation>
    </message>
    <message>
      <location filename="ui/run_changes.py" />
      <source>The run has finished: go back to one of its steps first, and what is changed there forks it.</source>
      <translation>这次运行已经结束：请先回到其中某一步，在那里作出的改动会分支出新的运行。</translation>
    </message>
    <message>
      <location filename="ui/run_changes.py" />
      <source>The run that goes on does not have this block: it was changed after the run had begun.</source>
      <translation>正在进行的运行没有这个模块：它在运行开始之后被修改过。</translation>
    </message>
    <message>
      <location filename="ui/run_changes.py" />
      <source>This block has no weights, so there is nothing to freeze.</source>
      <translation>该模块没有权重，没有可冻结的东西。</translation>
    </message>
    <message>
      <location filename="ui/run_changes.py" />
      <source>This changes a run: press Run (Space) first.</source>
      <translation>这会改动一次运行：请先按“运行”（空格）。</translation>
    </message>
    <message>
      <location filename="ui/run_messages.py" />
      <source>Forked at step {step}: a new run</source>
      <translation>已在第 {step} 步分叉：新的运行</translation>
    </message>
    <message>
      <location filename="ui/run_place.py" />
      <source>backward</source>
      <translation>反向</translation>
    </message>
    <message>
      <location filename="ui/run_place.py" />
      <source>forward</source>
      <translation>前向</translation>
    </message>
    <message>
      <location filename="ui/run_place.py" />
      <source>update</source>
      <translation>更新</translation>
    </message>
    <message>
      <location filename="ui/run_rescue.py" />
      <source>The step was stopped: the run stands at step {step}; steps lost: {count}</source>
      <translation>当前步已中止：运行停在第 {step} 步；丢失的步数：{count}</translation>
    </message>
    <message>
      <location filename="ui/snapshot_view.py" />
      <source>your own sample</source>
      <translation>你自己的样本</translation>
    </message>
    <message>
      <location filename="ui/snapshot_view.py" />
      <source>{split} {index}, “{truth}”</source>
      <translation>{split} {index}，“{truth}”</translation>
    </message>
    <message>
      <location filename="ui/speed_slider.py" />
      <source>1 phase/s</source>
      <translation>1 阶段/秒</translation>
    </message>
    <message>
      <location filename="ui/speed_slider.py" />
      <source>Speed</source>
      <translation>速度</translation>
    </message>
    <message>
      <location filename="ui/speed_slider.py" />
      <source>Speed in phases per second, every block of a forward phase counted as one; at the right end unlimited</source>
      <translation>速度，单位为阶段每秒，前向阶段中的每个模块算一个阶段；最右端为不限速</translation>
    </message>
    <message>
      <location filename="ui/speed_slider.py" />
      <source>unlimited</source>
      <translation>不限速</translation>
    </message>
    <message>
      <location filename="ui/speed_slider.py" />
      <source>{speed} phases/s</source>
      <translation>{speed} 阶段/秒</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>1 thread</source>
      <translation>1 个线程</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>Checkups for alarms</source>
      <translation>为警报所做的检查</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>Engine ready</source>
      <translation>引擎就绪</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>Of the time, looking takes</source>
      <translation>观察所占的时间</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>Press to choose how much of the time looking may take.</source>
      <translation>点击可选择观察最多占用多少时间。</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>Sending what was seen</source>
      <translation>发送所见内容</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>The engine is starting …</source>
      <translation>引擎正在启动…</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>The engine was lost</source>
      <translation>引擎丢失</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>The number is kept with the run, since the last digits of every loss depend on it.</source>
      <translation>这个数字随运行一起保存，因为每个损失的最后几位取决于它。</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>Torch computes with 1 processor thread.</source>
      <translation>Torch 用 1 个处理器线程计算。</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>Torch computes with {count} processor threads.</source>
      <translation>Torch 用 {count} 个处理器线程计算。</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>data streamed</source>
      <translation>数据流式读取</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>epoch {epoch}</source>
      <translation>第 {epoch} 轮</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>epoch {epoch}/{count}</source>
      <translation>第 {epoch}/{count} 轮</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>watching costs {percent} %</source>
      <translation>观察开销 {percent} %</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>{count} threads</source>
      <translation>{count} 个线程</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>{size} MB</source>
      <translation>{size} MB</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>{speed} samples/s</source>
      <translation>{speed} 样本/秒</translation>
    </message>
    <message>
      <location filename="ui/timeline_strip.py" />
      <source>Drag it, or press Left and Right, to rewind the run to any step up to its head.</source>
      <translation>拖动它，或按左右方向键，可将运行回退到其最前端之前的任意一步。</translation>
    </message>
    <message>
      <location filename="ui/timeline_strip.py" />
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
    <message>
      <location filename="ui/timeline_words.py" />
      <source>Drag to rewind the run to any step up to its head (Left, Right, Home, End)</source>
      <translation>拖动可将运行回退到其最前端之前的任意一步（左、右、Home、End）</translation>
    </message>
    <message>
      <location filename="ui/timeline_words.py" />
      <source>The timeline: while a run is there, drag it to rewind the run to any step</source>
      <translation>时间线：有运行时，拖动它可将运行回退到任意一步</translation>
    </message>
    <message>
      <location filename="ui/timeline_words.py" />
      <source>forked at step {step} from “{title}”, which came to step {head}</source>
      <translation>在第 {step} 步从“{title}”分叉，后者进行到第 {head} 步</translation>
    </message>
    <message>
      <location filename="ui/timeline_words.py" />
      <source>“{title}” forks off at step {step} and came to step {head}</source>
      <translation>“{title}”在第 {step} 步分叉出去，进行到第 {head} 步</translation>
    </message>
    <message>
      <location filename="ui/top_bar.py" />
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <location filename="ui/top_bar.py" />
      <source>Switch the language.</source>
      <translation>切换语言。</translation>
    </message>
    <message>
      <location filename="ui/top_bar.py" />
      <source>Where the next run trains.</source>
      <translation>下一次运行在哪里训练。</translation>
    </message>
    <message>
      <location filename="ui/top_bar.py" />
      <source>automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>Go on by one block, phase, batch or epoch (F8, F9, F10, F11)</source>
      <translation>前进一个模块、阶段、批次或轮次（F8、F9、F10、F11）</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>Go to the head, as far as the run has come (Ctrl+End)</source>
      <translation>前往最前端，即运行已进行到的位置（Ctrl+End）</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>Rewind to the start (Ctrl+Home)</source>
      <translation>回退到起点（Ctrl+Home）</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>Stop the run and keep it (Ctrl+.)</source>
      <translation>停止运行并保留它（Ctrl+.）</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>To the start</source>
      <translation>到起点</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>Unit of a step</source>
      <translation>单步的单位</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>batch</source>
      <translation>批次</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>block</source>
      <translation>模块</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>epoch</source>
      <translation>轮</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>phase</source>
      <translation>阶段</translation>
    </message>
    <message>
      <location filename="ui/transport_bar.py" />
      <source>{action} (Space)</source>
      <translation>{action}（空格键）</translation>
    </message>
    <message>
      <location filename="ui/view_commands.py" />
      <source>No view is here that could be copied</source>
      <translation>这里没有可复制的视图</translation>
    </message>
    <message>
      <location filename="ui/view_commands.py" />
      <source>Save the view</source>
      <translation>保存视图</translation>
    </message>
    <message>
      <location filename="ui/view_commands.py" />
      <source>{file} saved</source>
      <translation>已保存 {file}</translation>
    </message>
    <message>
      <location filename="ui/view_commands.py" />
      <source>{view} copied as a picture</source>
      <translation>{view}已复制为图片</translation>
    </message>
    <message>
      <location filename="ui/view_commands.py" />
      <source>{view} copied as numbers</source>
      <translation>{view}已复制为数值</translation>
    </message>
    <message>
      <location filename="ui/view_commands.py" />
      <source>{view} shows no numbers yet</source>
      <translation>{view}还没有数值可复制</translation>
    </message>
    <message>
      <location filename="ui/views/attention.py" />
      <source>layer</source>
      <translation>层</translation>
    </message>
    <message>
      <location filename="ui/views/attention.py" />
      <source>layer {number}</source>
      <translation>第 {number} 层</translation>
    </message>
    <message>
      <location filename="ui/views/attention.py" />
      <source>pooling</source>
      <translation>池化</translation>
    </message>
    <message>
      <location filename="ui/views/attention.py" />
      <source>row sums to {sum}</source>
      <translation>该行之和为 {sum}</translation>
    </message>
    <message>
      <location filename="ui/views/attention.py" />
      <source>{layer} · head {head}</source>
      <translation>{layer} · 头 {head}</translation>
    </message>
    <message>
      <location filename="ui/views/attention.py" />
      <source>“{target}” ({row}) looks at “{seen}” ({column})</source>
      <translation>“{target}”（{row}）看向“{seen}”（{column}）</translation>
    </message>
    <message>
      <location filename="ui/views/boundary.py" />
      <source>class {number}</source>
      <translation>类别 {number}</translation>
    </message>
    <message>
      <location filename="ui/views/boundary.py" />
      <source>made</source>
      <translation>生成</translation>
    </message>
    <message>
      <location filename="ui/views/boundary.py" />
      <source>real</source>
      <translation>真实</translation>
    </message>
    <message>
      <location filename="ui/views/boundary.py" />
      <source>real with {share}</source>
      <translation>真实的概率为 {share}</translation>
    </message>
    <message>
      <location filename="ui/views/boundary.py" />
      <source>“{name}” with {share}</source>
      <translation>“{name}”的概率为 {share}</translation>
    </message>
    <message>
      <location filename="ui/views/curves.py" />
      <source>Show the learning rate below</source>
      <translation>在下方显示学习率</translation>
    </message>
    <message>
      <location filename="ui/views/curves.py" />
      <source>Smoothing: the weight of what came before. The raw line stays visible</source>
      <translation>平滑：之前数值的权重。原始曲线始终可见</translation>
    </message>
    <message>
      <location filename="ui/views/curves.py" />
      <source>The metric that is drawn</source>
      <translation>所绘制的指标</translation>
    </message>
    <message>
      <location filename="ui/views/curves.py" />
      <source>not smoothed</source>
      <translation>不平滑</translation>
    </message>
    <message>
      <location filename="ui/views/curves.py" />
      <source>rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <location filename="ui/views/curves.py" />
      <source>smoothing {weight}</source>
      <translation>平滑 {weight}</translation>
    </message>
    <message>
      <location filename="ui/views/curves.py" />
      <source>step</source>
      <translation>步</translation>
    </message>
    <message>
      <location filename="ui/views/curves.py" />
      <source>the run before</source>
      <translation>上一次运行</translation>
    </message>
    <message>
      <location filename="ui/views/curves.py" />
      <source>the run that was forked</source>
      <translation>被分叉的运行</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>Add to the data</source>
      <translation>加入数据</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>Back to the data</source>
      <translation>回到数据</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>From the next run on the network is trained with this sample too</source>
      <translation>从下一次运行起，网络也用这个样本训练</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>Make a sample. Press Run (Space), and the network answers while it learns.</source>
      <translation>先做一个样本。按“运行”（空格键），网络会一边学习一边回答。</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>Pin the sample of the data again that was pinned before</source>
      <translation>重新固定之前固定的数据样本</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>Remove the sample that was added last</source>
      <translation>移除最后添加的样本</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>The class of the sample that is added</source>
      <translation>所添加样本的类别</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>added as “{name}”; it counts from the next run on</source>
      <translation>已作为“{name}”添加；从下一次运行起生效</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>answer “{predicted}”</source>
      <translation>回答“{predicted}”</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>given back</source>
      <translation>还原</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>seen</source>
      <translation>网络所见</translation>
    </message>
    <message>
      <location filename="ui/views/draw.py" />
      <source>{count} added: take back</source>
      <translation>已添加 {count} 个：撤回</translation>
    </message>
    <message>
      <location filename="ui/views/feature_maps.py" />
      <source>feature</source>
      <translation>特征</translation>
    </message>
    <message>
      <location filename="ui/views/feature_maps.py" />
      <source>position {position} · feature {feature}</source>
      <translation>位置 {position} · 特征 {feature}</translation>
    </message>
    <message>
      <location filename="ui/views/feature_maps.py" />
      <source>unit</source>
      <translation>单元</translation>
    </message>
    <message>
      <location filename="ui/views/feature_maps.py" />
      <source>unit {unit}</source>
      <translation>单元 {unit}</translation>
    </message>
    <message>
      <location filename="ui/views/feature_maps.py" />
      <source>{channels}, {zero} zero for this sample</source>
      <translation>{channels}，其中 {zero} 个对该样本为零</translation>
    </message>
    <message>
      <location filename="ui/views/feature_maps.py" />
      <source>{count} channels</source>
      <translation>{count} 个通道</translation>
    </message>
    <message>
      <location filename="ui/views/feature_maps.py" />
      <source>{count} units</source>
      <translation>{count} 个单元</translation>
    </message>
    <message>
      <location filename="ui/views/feature_maps.py" />
      <source>{positions} positions × {features} features</source>
      <translation>{positions} 个位置 × {features} 个特征</translation>
    </message>
    <message>
      <location filename="ui/views/feature_maps.py" />
      <source>{units}, the first {shown} shown</source>
      <translation>{units}，显示前 {shown} 个</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>Back through the remembered steps; at the right end the view is live</source>
      <translation>回看记住的各步；在最右端视图实时更新</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>How they grew</source>
      <translation>它们如何长成</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>Real samples</source>
      <translation>真实样本</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>Show under each sample how the discriminator judges it</source>
      <translation>在每个样本下方显示判别器对它的判断</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>judged</source>
      <translation>判断</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>live</source>
      <translation>实时</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>made: judged real with {share}</source>
      <translation>生成：判为真实的概率 {share}</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>made: scored {score}</source>
      <translation>生成：评分 {score}</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>real: {share}</source>
      <translation>真实：{share}</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>sample {number}: judged real with {share}</source>
      <translation>样本 {number}：判为真实的概率 {share}</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>sample {number}: scored {score}</source>
      <translation>样本 {number}：评分 {score}</translation>
    </message>
    <message>
      <location filename="ui/views/gan_samples.py" />
      <source>{count} fixed noise vectors</source>
      <translation>{count} 个固定噪声向量</translation>
    </message>
    <message>
      <location filename="ui/views/generated_text.py" />
      <source>Prompt</source>
      <translation>提示文本</translation>
    </message>
    <message>
      <location filename="ui/views/generated_text.py" />
      <source>Temperature: below 1 the likely letters, above 1 more daring ones</source>
      <translation>温度：小于 1 选择可能的字符，大于 1 更大胆</translation>
    </message>
    <message>
      <location filename="ui/views/generated_text.py" />
      <source>The text that the network continues</source>
      <translation>由网络接着写下去的文本</translation>
    </message>
    <message>
      <location filename="ui/views/generated_text.py" />
      <source>{count} letters written, mean probability {mean}</source>
      <translation>写了 {count} 个字符，平均概率 {mean}</translation>
    </message>
    <message>
      <location filename="ui/views/generated_text.py" />
      <source>“{symbol}” was given {share}</source>
      <translation>“{symbol}”的概率为 {share}</translation>
    </message>
    <message>
      <location filename="ui/views/hidden_words.py" />
      <source>{right} of {total} right</source>
      <translation>{total} 个中对 {right} 个</translation>
    </message>
    <message>
      <location filename="ui/views/model.py" />
      <source>Press Run to see what every block answers.</source>
      <translation>按“运行”查看每个模块的输出。</translation>
    </message>
    <message>
      <location filename="ui/views/predictions.py" />
      <source>predicted</source>
      <translation>预测</translation>
    </message>
    <message>
      <location filename="ui/views/predictions.py" />
      <source>sample {index}: is “{truth}”, taken for “{answer}” with {confidence}. Click to pin it</source>
      <translation>样本 {index}：实为“{truth}”，被认作“{answer}”，置信度 {confidence}。点击可固定它</translation>
    </message>
    <message>
      <location filename="ui/views/predictions.py" />
      <source>steps {first} to {last}</source>
      <translation>第 {first} 到 {last} 步</translation>
    </message>
    <message>
      <location filename="ui/views/predictions.py" />
      <source>true</source>
      <translation>真实</translation>
    </message>
    <message>
      <location filename="ui/views/predictions.py" />
      <source>{right} of {total} right · {share} %</source>
      <translation>{total} 个中对 {right} 个 · {share} %</translation>
    </message>
    <message>
      <location filename="ui/views/reconstructions.py" />
      <source>given</source>
      <translation>输入</translation>
    </message>
    <message>
      <location filename="ui/views/reconstructions.py" />
      <source>mean squared error {error} of {count} shown</source>
      <translation>所示 {count} 个的均方误差 {error}</translation>
    </message>
    <message>
      <location filename="ui/views/reconstructions.py" />
      <source>sample {index}: mean squared error {error}</source>
      <translation>样本 {index}：均方误差 {error}</translation>
    </message>
    <message>
      <location filename="ui/views/reconstructions.py" />
      <source>wanted</source>
      <translation>期望</translation>
    </message>
    <message>
      <location filename="ui/views/reconstructions.py" />
      <source>your own sample: mean squared error {error}</source>
      <translation>你自己的样本：均方误差 {error}</translation>
    </message>
    <message>
      <location filename="ui/views/sequences.py" />
      <source>mean absolute error {error} of {count} shown</source>
      <translation>所示 {count} 个的平均绝对误差为 {error}</translation>
    </message>
    <message>
      <location filename="ui/views/sequences.py" />
      <source>predicted value</source>
      <translation>预测值</translation>
    </message>
    <message>
      <location filename="ui/views/sequences.py" />
      <source>source</source>
      <translation>原文</translation>
    </message>
    <message>
      <location filename="ui/views/sequences.py" />
      <source>true {true} · predicted {predicted}</source>
      <translation>真实 {true} · 预测 {predicted}</translation>
    </message>
    <message>
      <location filename="ui/views/sequences.py" />
      <source>written</source>
      <translation>写出</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>Candidate</source>
      <translation>候选值</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>Cell state c</source>
      <translation>细胞状态 c</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>Forget gate f</source>
      <translation>遗忘门 f</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>Hidden state h</source>
      <translation>隐藏状态 h</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>Input gate i</source>
      <translation>输入门 i</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>Output gate o</source>
      <translation>输出门 o</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>Reset gate r</source>
      <translation>重置门 r</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>The direction in which the layer reads</source>
      <translation>该层读取的方向</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>The layer of the block</source>
      <translation>模块中的层</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>The recurrent block that is shown</source>
      <translation>所显示的循环模块</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>Update gate z</source>
      <translation>更新门 z</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>backwards</source>
      <translation>反向</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>forwards</source>
      <translation>正向</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>{positions} positions × {units} units</source>
      <translation>{positions} 个位置 × {units} 个单元</translation>
    </message>
    <message>
      <location filename="ui/views/states.py" />
      <source>{quantity} · position {position} · unit {unit}</source>
      <translation>{quantity} · 位置 {position} · 单元 {unit}</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>Change</source>
      <translation>变化</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>Gradient</source>
      <translation>梯度</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>The block whose weights are shown</source>
      <translation>所显示权重的模块</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>Weights</source>
      <translation>权重</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>Which of the block's parameters is shown</source>
      <translation>显示该模块的哪个参数</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>after step {step}</source>
      <translation>第 {step} 步之后</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>bias</source>
      <translation>偏置</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>by the last update</source>
      <translation>由最近一次更新产生</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>change / weights {ratio}</source>
      <translation>变化 / 权重 {ratio}</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>in step {step}</source>
      <translation>第 {step} 步中</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>no gradient at this moment</source>
      <translation>此刻没有梯度</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>not used yet</source>
      <translation>尚未使用</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>of the last update</source>
      <translation>最近一次更新所用</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>pause and step, or slow down, to see what an update changes</source>
      <translation>暂停后单步，或放慢速度，即可看到一次更新改变了什么</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>the first {part} are drawn</source>
      <translation>只画出前 {part}</translation>
    </message>
    <message>
      <location filename="ui/views/weights.py" />
      <source>weight</source>
      <translation>权重</translation>
    </message>
    <message>
      <location filename="ui/views/word_vectors.py" />
      <source>Nearest words (cosine)</source>
      <translation>最近的单词（余弦）</translation>
    </message>
    <message>
      <location filename="ui/views/word_vectors.py" />
      <source>The word whose neighbours are listed</source>
      <translation>要列出其近邻的单词</translation>
    </message>
    <message>
      <location filename="ui/views/word_vectors.py" />
      <source>Word</source>
      <translation>单词</translation>
    </message>
    <message>
      <location filename="ui/views/word_vectors.py" />
      <source>neighbours of “{word}”</source>
      <translation>“{word}”的近邻</translation>
    </message>
    <message>
      <location filename="ui/views/word_vectors.py" />
      <source>“{word}” is not known</source>
      <translation>不认识“{word}”</translation>
    </message>
    <message>
      <location filename="ui/views/word_vectors.py" />
      <source>“{word}”: cosine {cosine}</source>
      <translation>“{word}”：余弦 {cosine}</translation>
    </message>
    <message>
      <location filename="ui/weight_places.py" />
      <source>column</source>
      <translation>列</translation>
    </message>
    <message>
      <location filename="ui/weight_places.py" />
      <source>index {number}</source>
      <translation>下标 {number}</translation>
    </message>
    <message>
      <location filename="ui/weight_places.py" />
      <source>input</source>
      <translation>输入</translation>
    </message>
    <message>
      <location filename="ui/weight_places.py" />
      <source>input channel</source>
      <translation>输入通道</translation>
    </message>
    <message>
      <location filename="ui/weight_places.py" />
      <source>output</source>
      <translation>输出</translation>
    </message>
    <message>
      <location filename="ui/weight_places.py" />
      <source>output channel</source>
      <translation>输出通道</translation>
    </message>
    <message>
      <location filename="ui/weight_places.py" />
      <source>row</source>
      <translation>行</translation>
    </message>
    <message>
      <location filename="ui/weight_places.py" />
      <source>symbol</source>
      <translation>符号</translation>
    </message>
    <message>
      <location filename="ui/widgets/channel_maps.py" />
      <source>channel {channel} · row {row}, column {column}</source>
      <translation>通道 {channel} · 行 {row}，列 {column}</translation>
    </message>
    <message>
      <location filename="ui/widgets/channel_maps.py" />
      <source>input {value}</source>
      <translation>输入 {value}</translation>
    </message>
    <message>
      <location filename="ui/widgets/sample_picker.py" />
      <source>Any</source>
      <translation>任意</translation>
    </message>
    <message>
      <location filename="ui/widgets/sample_picker.py" />
      <source>Pin a sample chosen by chance</source>
      <translation>随机固定一个样本</translation>
    </message>
    <message>
      <location filename="ui/widgets/sample_picker.py" />
      <source>The pinned sample: all views look at it</source>
      <translation>固定样本：所有视图都看它</translation>
    </message>
    <message>
      <location filename="ui/widgets/sample_picker.py" />
      <source>The split that the pinned sample is taken from</source>
      <translation>固定样本所取自的数据划分</translation>
    </message>
    <message>
      <location filename="ui/widgets/stretch_picker.py" />
      <source>Next</source>
      <translation>下一组</translation>
    </message>
    <message>
      <location filename="ui/widgets/stretch_picker.py" />
      <source>Show the samples that follow; after the last ones the first again</source>
      <translation>显示后面的样本；到末尾后再从头开始</translation>
    </message>
    <message>
      <location filename="ui/widgets/stretch_picker.py" />
      <source>The number of the first sample that is shown</source>
      <translation>所显示的第一个样本的编号</translation>
    </message>
    <message>
      <location filename="ui/widgets/stretch_picker.py" />
      <source>The split that samples and counts are taken from</source>
      <translation>样本和计数所取自的划分</translation>
    </message>
    <message>
      <location filename="ui/widgets/tensor_panels.py" />
      <source>length {length}</source>
      <translation>长度 {length}</translation>
    </message>
  </context>
</TS>
